package dev.authmock.client;

import dev.authmock.api.conformance.model.ClientMetadata;
import dev.authmock.api.conformance.model.ClientRegistration;
import dev.authmock.check.BearerToken;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RegistrationCheck;
import dev.authmock.grant.OpaqueTokens;
import dev.authmock.server.ServerUrls;
import dev.authmock.server.Sha256;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Registers clients, and lets them manage their registration.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591">RFC 7591</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7592">RFC 7592</a>
 */
@Singleton
class RegistrationService {
  private final ClientRegistry registry;
  private final RegistrationRules rules;
  private final RegistrationView view;
  private final OpaqueTokens tokens;
  private final Clock clock;

  RegistrationService(
      ClientRegistry registry,
      RegistrationRules rules,
      ServerUrls urls,
      OpaqueTokens tokens,
      Clock clock) {
    this.registry = registry;
    this.rules = rules;
    this.view = new RegistrationView(urls);
    this.tokens = tokens;
    this.clock = clock;
  }

  ClientRegistration register(ClientMetadata metadata, Evaluation evaluation) {
    note(metadata, evaluation);
    evaluation.beforeDecision();
    ClientKeySource keys = rules.apply(metadata, evaluation);
    String token = tokens.next();
    RegisteredClient client =
        RegisteredClient.of(metadata, keys, clock.instant(), Sha256.of(token));
    registry.add(client, evaluation);
    return view.of(client, token);
  }

  ClientRegistration read(String registrationId, BearerToken bearer, Evaluation evaluation) {
    return view.of(authorized(registrationId, bearer, evaluation), bearer.required());
  }

  ClientRegistration replace(
      String registrationId, BearerToken bearer, ClientMetadata metadata, Evaluation evaluation) {
    note(metadata, evaluation);
    evaluation.beforeDecision();
    RegisteredClient registered = authorized(registrationId, bearer, evaluation);
    ClientKeySource keys = rules.applyToReplacement(registered, metadata, evaluation);
    String token = tokens.next();
    RegisteredClient replacement =
        RegisteredClient.of(metadata, keys, registered.registeredAt(), Sha256.of(token));
    requireUnchanged(registry.replace(registered, replacement), evaluation);
    return view.of(replacement, token);
  }

  void delete(String registrationId, BearerToken bearer, Evaluation evaluation) {
    RegisteredClient registered = authorized(registrationId, bearer, evaluation);
    requireUnchanged(registry.remove(registered), evaluation);
  }

  /** An unknown registration and a wrong token look the same (RFC 7592, section 2.1). */
  private RegisteredClient authorized(
      String registrationId, BearerToken bearer, Evaluation evaluation) {
    Optional<RegisteredClient> registered = registry
        .findRegistration(registrationId)
        .filter(client -> bearer.hasDigest(client.accessTokenDigest()));
    evaluation.require(
        RegistrationCheck.REGISTRATION_ACCESS_TOKEN,
        registered.isPresent(),
        () -> new Difference(
            "the registration access token of this registration", bearer.toString()));
    RegisteredClient client = registered.orElseThrow();
    evaluation.noteClient(client.clientId());
    return client;
  }

  /** Whoever changed it in between has the new token; the one of this request is no longer good. */
  private static void requireUnchanged(boolean unchanged, Evaluation evaluation) {
    evaluation.require(
        RegistrationCheck.REGISTRATION_ACCESS_TOKEN,
        unchanged,
        () -> new Difference("a token that is still good", "one that was replaced meanwhile"));
  }

  /** Notes what a client says about itself. */
  static void note(ClientMetadata metadata, Evaluation evaluation) {
    evaluation.noteClient(metadata.getClientId());
    evaluation.note("client_id", Difference.shorten(metadata.getClientId()));
    evaluation.note(
        "redirect_uris",
        Difference.shorten(RegistrationRules.redirectUris(metadata).toString()));
    if (metadata.getJwksUri() != null) {
      evaluation.note("jwks_uri", Difference.shorten(metadata.getJwksUri()));
    }
  }
}
