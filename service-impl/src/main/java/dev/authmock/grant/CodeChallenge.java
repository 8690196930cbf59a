package dev.authmock.grant;

import dev.authmock.server.Sha256;
import io.micronaut.serde.annotation.Serdeable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A PKCE code challenge, method S256.
 *
 * @param value base64url of the SHA-256 of the verifier
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4.2">RFC 7636, section 4.2</a>
 */
@Serdeable
public record CodeChallenge(String value) {
  /** The one method; plain is not taken. */
  public static final String METHOD = "S256";

  /** Whether this is the challenge of the verifier. */
  public boolean isOf(CodeVerifier verifier) {
    byte[] expected = of(verifier).value.getBytes(StandardCharsets.US_ASCII);
    return MessageDigest.isEqual(expected, value.getBytes(StandardCharsets.US_ASCII));
  }

  /** The challenge of a verifier. */
  public static CodeChallenge of(CodeVerifier verifier) {
    return new CodeChallenge(Sha256.base64Url(verifier.value()));
  }
}
