package dev.authmock.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.JwtSigner;
import dev.authmock.jose.ProviderChoice;
import dev.authmock.jose.SignedJwt;
import dev.authmock.jose.SigningKeys;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class DidKeyTest {

  /** The wallet of the page that this project is built after. */
  private static final String EBSI =
      "did:key:z2dmzD81cgPx8Vki7JbuuMmFYrWPgYoytykUZ3eyqht1j9KbsDbVZXdb3jzCagESyY4EE2x7Yjx3gNwctoE"
          + "uRCKKDrdNP3HPFtG8RTvBiYStT5ghBHhHizH2Dy6xQtW3Pd2SecizL9b2jzDCMr7Ka5cRAWZFwvqwAtwTT7xet"
          + "769y9ERh6";

  /** From the examples of the did:key specification, with its JWK. */
  private static final String P256 = "did:key:zDnaerDaTF5BXEavCrfRZEk316dpbLsfPDZ3WJ5hRTPFU2169";

  @Test
  void the_did_of_ebsi_is_the_key_that_it_spells_out() throws Exception {
    DidKey did = DidKey.parse(EBSI);

    assertThat(did.publicKey().getX()).hasToString("n1l8HzJyfmvqCprbrsDoK9sUyRK2DTWoTbOFdRT_6HE");
    assertThat(did.publicKey().getY()).hasToString("DDd9ecdyVsFJGVS1f1AtItefpKKZQDt4zFJFpk9G06A");
    assertThat(did.did()).isEqualTo(EBSI);
    assertThat(DidKey.jwkJcsPub(did.publicKey()).did()).isEqualTo(EBSI);
  }

  @Test
  void the_verification_method_is_the_identifier_as_a_fragment() throws Exception {
    String id = EBSI + "#" + EBSI.substring("did:key:".length());

    assertThat(DidKey.parse(EBSI).verificationMethodId()).isEqualTo(id);
    assertThat(DidKey.parse(EBSI)
            .verificationKey(CryptoProvider.load(ProviderChoice.JDK))
            .keyId())
        .contains(id);
  }

  @Test
  void the_example_of_did_key_with_a_compressed_point_is_its_key() throws Exception {
    DidKey did = DidKey.parse(P256);

    assertThat(did.publicKey().getX()).hasToString("fyNYMN0976ci7xqiSdag3buk-ZCwgXU4kz9XNkBlNUI");
    assertThat(did.publicKey().getY()).hasToString("hW2ojTNfH7Jbi8--CJUo3OCbH3y5n91g-IMA9MLMbTU");
    assertThat(DidKey.p256Pub(did.publicKey()).did()).isEqualTo(P256);
  }

  @RepeatedTest(20)
  void any_key_comes_back_from_both_forms() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("with an id").generate();
    ECKey plain = new ECKey.Builder(Curve.P_256, key.getX(), key.getY()).build();

    assertThat(DidKey.parse(DidKey.jwkJcsPub(key).did()).publicKey()).isEqualTo(plain);
    assertThat(DidKey.parse(DidKey.p256Pub(key).did()).publicKey()).isEqualTo(plain);
    assertThat(DidKey.jwkJcsPub(key).publicKey()).isEqualTo(plain);
  }

  @Test
  void both_forms_begin_as_they_are_known() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).generate();

    assertThat(DidKey.jwkJcsPub(key).did()).startsWith("did:key:z2dmzD81cgPx8Vki7Jbuu");
    assertThat(DidKey.p256Pub(key).did()).startsWith("did:key:zDn");
  }

  @Test
  void what_the_holder_signs_verifies_with_the_did_alone() throws Exception {
    CryptoProvider crypto = CryptoProvider.load(ProviderChoice.AUTO);
    SigningKeys wallet = SigningKeys.generate(new SecureRandom());
    String did = DidKey.jwkJcsPub(wallet.publicKey()).did();

    SignedJwt jwt = SignedJwt.parse(new JwtSigner(wallet, crypto).sign(Map.of("iss", did)));
    assertThat(jwt.verifiedBy(DidKey.parse(did).verificationKey(crypto))).isTrue();
    assertThat(jwt.verifiedBy(DidKey.parse(EBSI).verificationKey(crypto))).isFalse();
  }

  @Test
  void a_key_on_another_curve_is_not_encoded() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_384).generate();

    assertThatThrownBy(() -> DidKey.jwkJcsPub(key)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> DidKey.p256Pub(key)).isInstanceOf(IllegalArgumentException.class);
  }
}
