/**
 * Signing keys, signing and verifying: the one place that knows JOSE and the crypto provider; it
 * throws no OAuth errors.
 */
@NullMarked
package dev.authmock.jose;

import org.jspecify.annotations.NullMarked;
