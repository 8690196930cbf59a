package dev.authmock.client;

import dev.authmock.check.ClientCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.JwtKinds;
import dev.authmock.check.JwtRule;
import dev.authmock.check.TokenCheck;
import dev.authmock.jwt.JwtReader;
import dev.authmock.jwt.JwtRules;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request comes from the client that it names.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7521#section-4.2">RFC 7521, section 4.2</a>
 */
@Singleton
public class ClientAuthenticator {
  /** How clients authenticate: service wallets by assertion, holder wallets by PKCE alone. */
  public static final List<String> METHODS = List.of(RegisteredClient.AUTH_METHOD, "none");

  private final ClientRegistry registry;
  private final JwtReader reader;
  private final ClientKeys keys;
  private final ClientAssertionRules rules;

  ClientAuthenticator(
      ClientRegistry registry, JwtReader reader, ClientKeys keys, ClientAssertionRules rules) {
    this.registry = registry;
    this.reader = reader;
    this.keys = keys;
    this.rules = rules;
  }

  /** The same decisions, which use up no jti. */
  public ClientAuthenticator rehearsing() {
    return new ClientAuthenticator(registry, reader, keys, rules.rehearsing());
  }

  /**
   * Authenticates the client that the request names; a service wallet must present an assertion.
   *
   * @param codeIsLive whether the code of the request can be redeemed; only then the assertion's
   *     jti is used up
   */
  public void authenticate(
      ClientId client, PresentedAssertion presented, boolean codeIsLive, Evaluation evaluation) {
    RegisteredClient registered = null;
    if (client.isServiceWallet()) {
      registered = requireRegistered(client, evaluation);
      requireType(presented, evaluation);
    }
    if (presented.hasType()) {
      verify(client, registered, parse(presented, evaluation), codeIsLive, evaluation);
    }
  }

  /**
   * Authenticates a client that need not be named, by its assertion.
   *
   * @param named the client_id of the request, if it had one; else the assertion's sub says who it
   *     is
   * @param codeIsLive whether the code of the request can be redeemed; only then the assertion's
   *     jti is used up
   */
  public ClientId authenticateByAssertion(
      @Nullable String named,
      PresentedAssertion presented,
      boolean codeIsLive,
      Evaluation evaluation) {
    JwtRules assertion = parse(presented, evaluation);
    String id = named != null ? named : assertion.jwt().string("sub").value().orElse(null);
    String present =
        evaluation.requirePresent(JwtKinds.CLIENT_ASSERTION.get(JwtRule.SUB), id, "the client_id");
    ClientId client = ClientId.parse(present)
        .orElseThrow(() -> evaluation.refuse(
            TokenCheck.CLIENT_ID_FORM, Difference.of("an http(s) URL or a did:key", present)));
    evaluation.noteClient(client.value());
    RegisteredClient registered =
        client.isServiceWallet() ? requireRegistered(client, evaluation) : null;
    verify(client, registered, assertion, codeIsLive, evaluation);
    return client;
  }

  private RegisteredClient requireRegistered(ClientId client, Evaluation evaluation) {
    Optional<RegisteredClient> registered = registry.find(client.value());
    evaluation.require(
        ClientCheck.CLIENT_REGISTERED,
        registered.isPresent(),
        () -> Difference.of("a registered client_id", client.value()));
    return registered.orElseThrow();
  }

  /** Without a type there is nothing to verify, and a service wallet has to be verified. */
  private static void requireType(PresentedAssertion presented, Evaluation evaluation) {
    if (!presented.hasType()) {
      evaluation.requirePresent(
          ClientCheck.CLIENT_ASSERTION_PRESENT, presented.assertion(), "client_assertion");
    }
    evaluation.requirePresent(
        ClientCheck.CLIENT_ASSERTION_TYPE_PRESENT, presented.type(), PresentedAssertion.JWT_BEARER);
  }

  private JwtRules parse(PresentedAssertion presented, Evaluation evaluation) {
    evaluation.require(
        ClientCheck.CLIENT_ASSERTION_TYPE_SUPPORTED,
        PresentedAssertion.JWT_BEARER.equals(presented.type()),
        () -> Difference.of(PresentedAssertion.JWT_BEARER, presented.type()));
    String assertion = evaluation.requirePresent(
        ClientCheck.CLIENT_ASSERTION_PRESENT, presented.assertion(), "client_assertion");
    return reader.read(JwtKinds.CLIENT_ASSERTION, assertion, evaluation);
  }

  private void verify(
      ClientId client,
      @Nullable RegisteredClient registered,
      JwtRules assertion,
      boolean codeIsLive,
      Evaluation evaluation) {
    String kid = assertion.requireHeader();
    assertion.requireTypeIfAny("client-authentication+jwt");
    KeySourceChecks checks = KeySourceChecks.OF_CLIENT_ASSERTION;
    assertion.requireSignature(
        registered == null
            ? keys.verifyByDid(client, kid, assertion, checks, evaluation)
            : keys.verify(registered.keys(), kid, assertion, checks, evaluation));
    rules.requireClaims(assertion, client, codeIsLive);
  }
}
