/** Credential offers: where a pre-authorized code and its PIN, or an issuer_state, start. */
@NullMarked
package dev.authmock.offer;

import org.jspecify.annotations.NullMarked;
