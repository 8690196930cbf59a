package dev.authmock.authorize;

import java.util.Map;

/**
 * A credential that was presented and kept the rules.
 *
 * @param issuer the DID that signed it
 * @param claims the claims of its JWT
 */
record PresentedCredential(String issuer, Map<String, Object> claims) {}
