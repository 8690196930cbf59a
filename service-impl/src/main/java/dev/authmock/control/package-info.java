/** The API through which a tester watches and steers the mock. */
@NullMarked
package dev.authmock.control;

import org.jspecify.annotations.NullMarked;
