/** How a form body becomes the model that the contract describes. */
@NullMarked
package dev.authmock.form;

import org.jspecify.annotations.NullMarked;
