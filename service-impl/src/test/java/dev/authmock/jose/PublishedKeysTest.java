package dev.authmock.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishedKeysTest {
  private final CryptoProvider crypto = Providers.any();

  @Test
  void what_the_server_signed_verifies_and_nothing_else() throws Exception {
    SigningKeys keys = SigningKeys.generate(new SecureRandom());
    PublishedKeys published = new PublishedKeys(keys, crypto);
    JwtSigner other = new JwtSigner(SigningKeys.generate(new SecureRandom()), crypto);

    assertThat(published.verify(signed(new JwtSigner(keys, crypto)))).isTrue();
    assertThat(published.verify(signed(other))).isFalse();
    assertThat(published.verify(signed(other.withKeyId(keys.keyId())))).isFalse();
    assertThat(published.verify(signed(new JwtSigner(keys, crypto).withKeyId("other"))))
        .isFalse();
  }

  @Test
  void all_published_keys_for_es256_verify_and_those_for_others_are_left_out() throws Exception {
    ECKey old = new ECKeyGenerator(Curve.P_256)
        .keyID("old")
        .algorithm(JWSAlgorithm.ES256)
        .generate();
    ECKey now = new ECKeyGenerator(Curve.P_256).keyID("now").generate();
    SigningKeys keys = SigningKeys.fromJwks(
        new JWKSet(List.of(
                new RSAKeyGenerator(2048).keyID("rsa").generate(),
                new ECKeyGenerator(Curve.P_384).keyID("p384").generate(),
                now,
                old.toPublicJWK()))
            .toString(false),
        crypto);

    PublishedKeys published = new PublishedKeys(keys, crypto);

    assertThat(keys.es256Keys()).extracting(ECKey::getKeyID).containsExactly("now", "old");
    assertThat(keys.es256Keys()).noneMatch(ECKey::isPrivate);
    assertThat(published.withKeyId("old")).isPresent();
    assertThat(published.withKeyId("rsa")).isEmpty();
    assertThat(published.withKeyId("p384")).isEmpty();
  }

  @Test
  void a_signer_can_have_another_name_for_the_same_key() throws Exception {
    SigningKeys keys = SigningKeys.generate(new SecureRandom());
    SignedJwt jwt = signed(new JwtSigner(keys, crypto).withKeyId("other"));

    assertThat(jwt.header()).isEqualTo(Map.of("typ", "JWT", "alg", "ES256", "kid", "other"));
    assertThat(jwt.verifiedBy(VerificationKey.of(keys.publicKey(), crypto))).isTrue();
  }

  private static SignedJwt signed(JwtSigner signer) throws Exception {
    return SignedJwt.parse(signer.sign(Map.of("jti", "1")));
  }
}
