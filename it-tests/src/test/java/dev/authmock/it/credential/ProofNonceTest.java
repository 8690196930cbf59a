package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A c_nonce is good for one credential, with the access token that it came with.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-7.2">OpenID4VCI
 *     draft 11, section 7.2</a>
 */
class ProofNonceTest extends ProofTest {
  @Test
  void the_nonce_must_be_there() {
    requireRefused(holder.proof().withoutClaim("nonce"), "proof.nonce");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "unknown", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
  void a_nonce_that_nobody_gave_is_refused(String nonce) {
    requireRefused(holder.proof(nonce), "proof.nonce");
  }

  @Test
  void the_nonce_must_be_a_string() {
    for (Object nonce : List.of(1, true, Map.of("a", "b"))) {
      requireRefused(holder.proof().claim("nonce", nonce), "proof.nonce");
    }
    requireRefused(holder.proof().claim("nonce", List.of(holder.cNonce())), "proof.nonce");
  }

  @Test
  void the_nonce_must_be_the_c_nonce_to_the_letter() {
    requireRefused(holder.proof(holder.cNonce() + " "), "proof.nonce");
    requireRefused(holder.proof(holder.cNonce().substring(1)), "proof.nonce");
    requireRefused(holder.proof(holder.cNonce() + "="), "proof.nonce");
  }

  @Test
  void the_nonce_of_the_authorization_request_is_not_the_c_nonce() {
    String nonce = String.valueOf(TakenApart.of(holder.accessToken()).claims().get("nonce"));

    requireRefused(holder.proof(nonce), "proof.nonce");
  }

  @Test
  void a_c_nonce_of_another_token_is_refused_and_stays_good_there() {
    TokenHolder other = holderOfToken(IN_TIME);

    requireRefused(holder.proof(other.cNonce()), "proof.nonce");
    other.requireGood(other.cNonce());
  }

  @Test
  void a_used_c_nonce_is_told_from_an_unknown_one() {
    holder.requireGood(holder.cNonce());

    String fresh = refuse(holder.cNonce(), "proof.nonce_unused");
    holder.requireGood(fresh);
    refuse(fresh, "proof.nonce_unused");
    refuse(holder.cNonce(), "proof.nonce_unused");
  }

  @Test
  void each_refusal_has_a_fresh_c_nonce_and_all_of_them_are_good() {
    List<String> given = new ArrayList<>(List.of(holder.cNonce()));
    for (int i = 0; i < 8; i++) {
      given.add(refuse("unknown", "proof.nonce"));
    }

    assertThat(given).doesNotHaveDuplicates();
    given.forEach(holder::requireGood);
  }

  @Test
  void no_number_of_refusals_takes_the_c_nonce_from_the_wallet() {
    String next = holder.requireGood(holder.cNonce()).json().path("c_nonce").asText();
    List<String> given = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      given.add(refuse("unknown", "proof.nonce"));
    }

    refuse(given.get(0), "proof.nonce");
    holder.requireGood(next);
    holder.requireGood(given.get(49));
  }

  @Test
  void a_c_nonce_is_good_as_long_as_its_token() {
    clock.advance(Duration.ofSeconds(86399));
    Exchange answer = holder.requireGood(holder.cNonce());

    assertThat(answer.json().path("c_nonce_expires_in").intValue()).isEqualTo(1);
    holder.requireGood(answer.json().path("c_nonce").asText());
  }

  @Test
  void a_proof_that_was_good_is_not_good_again() {
    String proof = holder.proof().sign().serialized();

    assertThat(holder.ask(proof).status()).isEqualTo(200);
    assertThatCredentialError(holder.ask(proof))
        .is(400, "invalid_or_missing_proof", "proof.nonce_unused")
        .leaksNone(proof, holder.cNonce());
  }

  private String refuse(String nonce, String check) {
    return assertThatCredentialError(holder.ask(holder.proof(nonce).sign().serialized()))
        .is(400, "invalid_or_missing_proof", check)
        .cNonce();
  }
}
