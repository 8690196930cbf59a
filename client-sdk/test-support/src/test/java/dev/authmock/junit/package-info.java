/** The extension, held to what it promises. */
@NullMarked
package dev.authmock.junit;

import org.jspecify.annotations.NullMarked;
