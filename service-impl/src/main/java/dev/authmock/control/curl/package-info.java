/** Requests that a tester pastes: form bodies, and curl commands. */
@NullMarked
package dev.authmock.control.curl;

import org.jspecify.annotations.NullMarked;
