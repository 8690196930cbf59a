package dev.authmock.authorize;

import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.client.ClientId;
import dev.authmock.credential.CredentialType;
import dev.authmock.credential.CredentialType.Offer;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which credentials a client can have by an authorization request.
 *
 * <p>Natural persons are not accredited: what is for legal entities is not for holder wallets.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9396#section-5">RFC 9396, section 5</a>
 */
final class AvailabilityRules {
  private AvailabilityRules() {}

  static void require(ClientId client, RequestedCredentials requested, Evaluation evaluation) {
    Optional<CredentialType> preAuthorised =
        first(requested, type -> type.offer().isPreAuthorised());
    evaluation.require(
        AuthorizeCheck.AUTHORIZATION_DETAILS_GRANT,
        preAuthorised.isEmpty(),
        () -> Difference.of(
            "a credential that is not offered with a pre-authorized code",
            preAuthorised.map(CredentialType::name).orElse(null)));
    Optional<CredentialType> ofEntities = first(requested, type -> type.offer() == Offer.NONE);
    evaluation.require(
        AuthorizeCheck.AUTHORIZATION_DETAILS_CLIENT,
        client.isServiceWallet() || ofEntities.isEmpty(),
        () -> new Difference(
            "a client_id that is a registered URL, for "
                + ofEntities.map(CredentialType::name).orElse(""),
            "a did:key"));
    List<String> presentations = requested.presentations();
    evaluation.require(
        AuthorizeCheck.AUTHORIZATION_DETAILS_PRESENTATION,
        presentations.size() <= 1,
        () -> Difference.of("one presentation at the most", String.join(", ", presentations)));
  }

  private static Optional<CredentialType> first(
      RequestedCredentials requested, Predicate<CredentialType> which) {
    return requested.types().stream().filter(which).findFirst();
  }
}
