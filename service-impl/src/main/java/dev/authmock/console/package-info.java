/** The page through which a tester watches and steers the mock. */
@NullMarked
package dev.authmock.console;

import org.jspecify.annotations.NullMarked;
