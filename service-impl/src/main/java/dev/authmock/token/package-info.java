/** The token endpoint: where a code becomes tokens. */
@NullMarked
package dev.authmock.token;

import org.jspecify.annotations.NullMarked;
