package dev.authmock.it.credential;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.BadDidKeys;
import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Keys;
import dev.authmock.sdk.wallet.DidKey;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whom an offer is for: a wallet whose did:key is a P-256 key, written in the one way that there is.
 *
 * @see <a href="https://w3c-ccg.github.io/did-key-spec/">The did:key method</a>
 */
class OfferClientTest extends IssuanceTest {
  private final ECKey key = Keys.ec("key-1");

  @Test
  void both_forms_of_a_did_key_are_good() {
    requireMade(DidKey.of(key).did());
    requireMade(DidKey.compressed(key).did());
    requireMade(Codes.HOLDER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://issuer.example/auth",
        "did:ebsi:zvHWX359A3CvfJnCYaAiAde",
        "did:web:wallet.example",
        "did:",
        "did:key",
        "key:z2dmz",
        "wallet",
        "null",
        "<script>alert(1)</script>",
        "z2dmzD81cgPx8Vki7JbuuMmFYrWPgYoytykUZ3eyqht1j9Kb"
      })
  void what_is_no_did_key_gets_no_offer(String clientId) {
    requireRefused(clientId);
  }

  @ParameterizedTest
  @MethodSource("badDidKeys")
  void a_did_key_with_a_flaw_gets_no_offer(String clientId) {
    requireRefused(clientId);
  }

  static Stream<Named<String>> badDidKeys() {
    return BadDidKeys.all();
  }

  private void requireMade(String clientId) {
    Exchange made = requestOffer(offerQuery(AUTHORISED, clientId));
    assertThat(made.status()).as("%s", made).isEqualTo(302);
  }

  private void requireRefused(String clientId) {
    assertThatProblem(requestOffer(offerQuery(AUTHORISED, clientId)))
        .is(BAD_REQUEST, "invalid_request", "offer.client_id");
  }
}
