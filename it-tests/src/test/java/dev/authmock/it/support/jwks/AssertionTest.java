package dev.authmock.it.support.jwks;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWK;
import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.Refusal;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;

/** A service wallet with a code that a good assertion redeems, and that no bad one uses up. */
public abstract class AssertionTest extends ServiceTest {
  /** A registered service wallet. */
  protected Wallet wallet;

  /** A code of that wallet. */
  protected String code;

  @BeforeEach
  final void haveCode() {
    wallet = clients.register();
    code = codes.forWallet(wallet);
  }

  /** The wallet's token request with this assertion. */
  protected final Form form(String assertion) {
    return Form.ofServiceWallet(wallet.clientId(), code, assertion);
  }

  /** Asserts that this assertion gives a token. */
  protected final void assertAccepted(Assertion assertion) {
    assertAccepted(form(assertion.serialized()));
  }

  /** Asserts that this request gives a token. */
  protected final void assertAccepted(Form form) {
    Exchange answer = http.token(form);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  /** Asserts that this assertion does not authenticate, by this rule, and leaves the code alone. */
  protected final Refusal assertUnauthorized(Assertion assertion, String check) {
    return assertUnauthorized(assertion.serialized(), check);
  }

  /** Asserts that this assertion does not authenticate, by this rule, and leaves the code alone. */
  protected final Refusal assertUnauthorized(String assertion, String check) {
    return assertRefused(form(assertion), Kind.UNAUTHORIZED, "invalid_client", check);
  }

  /** Asserts that this request is refused and leaves the code alone. */
  protected final Refusal assertRefused(Form form, Kind kind, String error, String check) {
    Refusal refusal = assertThatProblem(http.token(form)).is(kind, error, check);
    assertAccepted(wallet.form(code));
    return refusal;
  }

  /** Registers a service wallet with several keys, of which it signs with its own. */
  protected final Wallet register(Wallet unregistered, JWK... keys) {
    sdk.register(new ClientMetadata()
        .clientId(URI.create(unregistered.clientId()))
        .jwks(PublicKeys.of(keys)));
    return unregistered;
  }

  /** Takes another wallet, and a code of it. */
  protected final void take(Wallet other) {
    wallet = other;
    code = codes.forWallet(other);
  }
}
