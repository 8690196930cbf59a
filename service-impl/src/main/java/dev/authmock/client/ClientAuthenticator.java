package dev.authmock.client;

import dev.authmock.check.Check;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.jose.MalformedJwtException;
import dev.authmock.jose.SignedJwt;
import jakarta.inject.Singleton;
import java.util.List;
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
  private final ClientKeys keys;
  private final ClientAssertionRules rules;

  ClientAuthenticator(ClientRegistry registry, ClientKeys keys, ClientAssertionRules rules) {
    this.registry = registry;
    this.keys = keys;
    this.rules = rules;
  }

  /**
   * Authenticates the client that the request names; a service wallet must present an assertion.
   *
   * @param codeIsLive whether the code of the request can be redeemed; only then the assertion's
   *     jti is used up
   */
  public void authenticate(
      ClientId client, PresentedAssertion presented, boolean codeIsLive, Evaluation evaluation) {
    if (client.isServiceWallet()) {
      requireRegistered(client, evaluation);
      requireType(presented, evaluation);
    }
    if (presented.hasType()) {
      verify(client, parse(presented, evaluation), codeIsLive, evaluation);
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
    SignedJwt assertion = parse(presented, evaluation);
    String id = named != null ? named : assertion.string("sub").value().orElse(null);
    String present = evaluation.requirePresent(Check.ASSERTION_SUB, id, "the client_id");
    ClientId client = ClientId.parse(present)
        .orElseThrow(() -> evaluation.refuse(
            Check.CLIENT_ID_FORM, Difference.of("an http(s) URL or a did:key", present)));
    evaluation.noteClient(client.value());
    if (client.isServiceWallet()) {
      requireRegistered(client, evaluation);
    }
    verify(client, assertion, codeIsLive, evaluation);
    return client;
  }

  private void requireRegistered(ClientId client, Evaluation evaluation) {
    evaluation.require(
        Check.CLIENT_REGISTERED,
        registry.find(client.value()).isPresent(),
        () -> Difference.of("a registered client_id", client.value()));
  }

  /** Without a type there is nothing to verify, and a service wallet has to be verified. */
  private static void requireType(PresentedAssertion presented, Evaluation evaluation) {
    if (!presented.hasType()) {
      evaluation.requirePresent(
          Check.CLIENT_ASSERTION_PRESENT, presented.assertion(), "client_assertion");
    }
    evaluation.requirePresent(
        Check.CLIENT_ASSERTION_TYPE_PRESENT, presented.type(), PresentedAssertion.JWT_BEARER);
  }

  private static SignedJwt parse(PresentedAssertion presented, Evaluation evaluation) {
    evaluation.require(
        Check.CLIENT_ASSERTION_TYPE_SUPPORTED,
        PresentedAssertion.JWT_BEARER.equals(presented.type()),
        () -> Difference.of(PresentedAssertion.JWT_BEARER, presented.type()));
    String assertion = evaluation.requirePresent(
        Check.CLIENT_ASSERTION_PRESENT, presented.assertion(), "client_assertion");
    try {
      SignedJwt jwt = SignedJwt.parse(assertion);
      evaluation.pass(Check.ASSERTION_IS_JWT);
      return jwt;
    } catch (MalformedJwtException e) {
      throw evaluation.refuse(
          Check.ASSERTION_IS_JWT, new Difference("a signed JWT", e.description()));
    }
  }

  private void verify(
      ClientId client, SignedJwt assertion, boolean codeIsLive, Evaluation evaluation) {
    String kid = rules.requireHeader(assertion, evaluation);
    rules.requireSignature(keys.verify(client, kid, assertion, evaluation), evaluation);
    rules.requireClaims(assertion, client, codeIsLive, evaluation);
  }
}
