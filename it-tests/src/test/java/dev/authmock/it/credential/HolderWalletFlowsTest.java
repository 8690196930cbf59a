package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.conformance.model.TokenResponse;
import dev.authmock.sdk.wallet.DidKey;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.IssuedCredential;
import dev.authmock.sdk.wallet.WalletIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A holder wallet goes from the offer to the credential, by each way that there is. */
class HolderWalletFlowsTest extends IssuanceTest {

  @ParameterizedTest
  @MethodSource("walletTests")
  void a_holder_wallet_obtains_each_type(String type) {
    HolderWallet wallet = holder();
    Instant start = clock.instant();
    IssuedCredential credential = wallet.obtainCredential(type);

    VerifiedCredential verified = verified(credential);
    assertThat(verified.claims()).containsEntry("sub", wallet.did());
    assertThat(verified.vc())
        .containsEntry("type", List.of("VerifiableCredential", "VerifiableAttestation", type));
    assertThat(Duration.between(start, clock.instant()))
        .isEqualTo(Duration.ofSeconds(type.endsWith("Deferred") ? 5 : 0));
  }

  @ParameterizedTest
  @MethodSource("walletTests")
  void a_holder_wallet_may_have_a_compressed_key_for_its_did(String type) {
    ECKey key = Keys.ec("key-1");
    DidKey did = DidKey.compressed(key);
    HolderWallet wallet = HolderWallet.builder(sdk)
        .identity(WalletIdentity.of(did.did(), did.verificationMethod(), key))
        .clock(clock)
        .pause(clock::advance)
        .build();

    assertThat(verified(wallet.obtainCredential(type)).claims()).containsEntry("sub", did.did());
  }

  @Test
  void a_wallet_with_all_eight_obtains_the_qualification_credential() {
    HolderWallet wallet = holder();
    walletTests().forEach(wallet::obtainCredential);

    VerifiedCredential verified = verified(wallet.obtainCredential(QUALIFICATION));
    assertThat(verified.claims()).containsEntry("sub", wallet.did());
    assertThat(verified.vc())
        .containsEntry(
            "type", List.of("VerifiableCredential", "VerifiableAttestation", QUALIFICATION));
  }

  @Test
  void one_access_token_gives_as_many_credentials_as_there_are_c_nonces() {
    TokenHolder holder = holderOfToken(IN_TIME);
    String next = holder.requireGood(holder.cNonce()).json().path("c_nonce").asText();

    for (int i = 0; i < 3; i++) {
      next = holder.requireGood(next).json().path("c_nonce").asText();
    }
  }

  @Test
  void a_flow_whose_steps_take_4_minutes_each_ends_well() {
    HolderWallet wallet = holder();
    CredentialOffer offer = wallet.readOffer(wallet.requestOffer(AUTHORISED));
    clock.advance(Duration.ofMinutes(4));
    var code = wallet.authorize(offer);
    clock.advance(Duration.ofMinutes(4));
    TokenResponse tokens = sdk.redeem(code);
    clock.advance(Duration.ofHours(23));

    List<String> types = offer.getCredentials().get(0).getTypes();
    verified(wallet.collect(wallet.requestCredential(tokens, types)));
  }

  private VerifiedCredential verified(IssuedCredential credential) {
    return VerifiedCredential.of(credential.jwt(), http.get(RawHttp.ISSUER_MOCK + "/jwks"), clock);
  }
}
