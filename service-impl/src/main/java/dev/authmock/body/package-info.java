/** How the body of a request becomes the model that the contract describes. */
@NullMarked
package dev.authmock.body;

import org.jspecify.annotations.NullMarked;
