package dev.authmock.authorize;

import static dev.authmock.authorize.AuthorizationParameter.CLIENT_ID;
import static dev.authmock.authorize.AuthorizationParameter.REDIRECT_URI;

import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.ClientCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.client.ClientId;
import dev.authmock.client.ClientRegistry;
import dev.authmock.client.RedirectTarget;
import dev.authmock.client.RegisteredClient;
import dev.authmock.did.DidKey;
import dev.authmock.did.InvalidDidException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Who asks, and where the answer may go: what breaks one of these rules is never redirected.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.1.2.4">RFC 6749, section
 *     3.1.2.4</a>
 */
@Singleton
class RequestingClient {
  /** The longest URI that is worth remembering. */
  static final int MAX_URI = 2048;

  private final ClientRegistry registry;

  RequestingClient(ClientRegistry registry) {
    this.registry = registry;
  }

  // client_id (REQUIRED)
  ClientId require(AuthorizationRequest request, Evaluation evaluation) {
    String value = evaluation.requirePresent(
        AuthorizeCheck.CLIENT_ID_PRESENT, request.text(CLIENT_ID), "client_id");
    Optional<ClientId> parsed = ClientId.parse(value);
    evaluation.require(
        AuthorizeCheck.CLIENT_ID_FORM,
        parsed.isPresent(),
        () -> Difference.of("an http(s) URL or a did:key", value));
    ClientId client = parsed.orElseThrow();
    if (client.isServiceWallet()) {
      evaluation.require(
          ClientCheck.CLIENT_REGISTERED,
          registry.find(value).isPresent(),
          () -> Difference.of("a registered client_id", value));
    } else {
      requireKey(value, evaluation);
    }
    return client;
  }

  private static void requireKey(String did, Evaluation evaluation) {
    try {
      DidKey.parse(did);
      evaluation.pass(AuthorizeCheck.CLIENT_DID_KEY);
    } catch (InvalidDidException e) {
      throw evaluation.refuse(
          AuthorizeCheck.CLIENT_DID_KEY,
          new Difference("a did:key that holds a P-256 key", e.description()));
    }
  }

  // redirect_uri (REQUIRED)
  String requireRedirectUri(ClientId client, AuthorizationRequest request, Evaluation evaluation) {
    String redirectUri = evaluation.requirePresent(
        AuthorizeCheck.REDIRECT_URI_PRESENT, request.text(REDIRECT_URI), "redirect_uri");
    evaluation.require(
        AuthorizeCheck.REDIRECT_URI_FORM,
        redirectUri.length() <= MAX_URI && RedirectTarget.isAllowed(redirectUri),
        () -> Difference.of("a URI such as https://wallet.example/callback", redirectUri));
    if (client.isServiceWallet()) {
      List<String> registered =
          registry.find(client.value()).map(RegisteredClient::redirectUris).orElse(List.of());
      evaluation.require(
          AuthorizeCheck.REDIRECT_URI_REGISTERED,
          registered.contains(redirectUri),
          () -> new Difference(
              "one of " + Difference.shorten(registered.toString()), Difference.show(redirectUri)));
    }
    return redirectUri;
  }
}
