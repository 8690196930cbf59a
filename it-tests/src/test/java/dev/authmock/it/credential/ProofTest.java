package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.CredentialRefusal;
import dev.authmock.it.support.Exchange;
import dev.authmock.sdk.wallet.JwtBuilder;
import dev.authmock.sdk.wallet.ProofOfPossession;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** What tests of the proof of possession stand on: a refused proof costs nothing. */
abstract class ProofTest extends IssuanceTest {
  /** A shorter text is found in any page. */
  private static final int FINDABLE = 8;

  /** Who is at the endpoint; after each refusal another. */
  TokenHolder holder;

  @BeforeEach
  final void redeem() {
    holder = holderOfToken(IN_TIME);
  }

  final void requireAccepted(JwtBuilder<ProofOfPossession> proof) {
    Exchange answer = holder.ask(proof.sign().serialized());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  final void requireRefused(JwtBuilder<ProofOfPossession> proof, String check) {
    requireRefused(proof.sign().serialized(), check);
  }

  final void requireRefused(String proof, String check) {
    CredentialRefusal refusal = requireRefused(holder.request(proof), check);
    if (proof.length() > FINDABLE) {
      refusal.leaksNone(proof);
    }
  }

  /** Asserts that the proof was refused, and that both the fresh and the first c_nonce are still good. */
  final CredentialRefusal requireRefused(Map<String, Object> request, String check) {
    CredentialRefusal refusal = assertThatCredentialError(holder.ask(request))
        .is(400, "invalid_or_missing_proof", check)
        .leaksNone(holder.cNonce());
    assertThat(refusal.cNonce()).isNotEqualTo(holder.cNonce());
    holder.requireGood(refusal.cNonce());
    holder.requireGood(holder.cNonce());
    holder = holderOfToken(IN_TIME);
    return refusal;
  }
}
