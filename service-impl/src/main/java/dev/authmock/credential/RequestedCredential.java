package dev.authmock.credential;

import static dev.authmock.check.CredentialCheck.CREDENTIAL_AUTHORIZED;
import static dev.authmock.check.CredentialCheck.CREDENTIAL_FORMAT;
import static dev.authmock.check.CredentialCheck.CREDENTIAL_TYPES;

import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import java.util.List;
import java.util.Optional;

/**
 * The rules of what is asked for: that this issuer has it, and that the access token is for it.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-7.2">OpenID4VCI
 *     draft 11, section 7.2</a>
 */
final class RequestedCredential {
  private RequestedCredential() {}

  static CredentialType require(
      String format, List<String> types, AccessToken token, Evaluation evaluation) {
    evaluation.require(
        CREDENTIAL_FORMAT,
        CredentialType.FORMATS.contains(format),
        () -> Difference.of("'" + CredentialType.FORMAT + "'", format));
    Optional<CredentialType> known = CredentialTypes.withTypes(types);
    evaluation.require(
        CREDENTIAL_TYPES,
        known.isPresent(),
        () -> Difference.of("types as the issuer's metadata list them", types));
    CredentialType type = known.orElseThrow();
    evaluation.require(
        CREDENTIAL_AUTHORIZED,
        token.authorizedTypes().stream().anyMatch(type::hasTypes),
        () -> Difference.of(Difference.show(token.authorizedTypes()), types));
    return type;
  }
}
