package dev.authmock.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JwtSignerTest {

  private final SigningKeys keys = SigningKeys.generate(new SecureRandom());

  static List<CryptoProvider> providers() {
    return Providers.thatLoadHere();
  }

  @Test
  void the_header_has_typ_alg_and_kid() throws Exception {
    String jwt = new JwtSigner(keys, Providers.any()).sign(Map.of());

    assertThat(SignedJwt.parse(jwt).header())
        .isEqualTo(Map.of("typ", "JWT", "alg", "ES256", "kid", keys.keyId()));
  }

  @Test
  void claims_of_all_json_types_arrive_as_they_were() throws Exception {
    Map<String, Object> claims = Map.of(
        "iss",
        "https://as.example/<&>\"é\u2028",
        "exp",
        1_300_819_380L,
        "claims",
        Map.of("c_nonce", "n", "list", List.of("a", true, 1L)));

    assertThat(
            SignedJwt.parse(new JwtSigner(keys, Providers.any()).sign(claims)).claims())
        .isEqualTo(claims);
  }

  @ParameterizedTest
  @MethodSource("providers")
  void nimbus_verifies_by_itself_what_any_provider_signed(CryptoProvider crypto) throws Exception {
    String jwt = new JwtSigner(keys, crypto).sign(Map.of("jti", "1"));

    assertThat(com.nimbusds.jwt.SignedJWT.parse(jwt)
            .verify(new ECDSAVerifier(keys.publicKey().toECPublicKey())))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void one_signer_serves_many_threads(CryptoProvider crypto) throws Exception {
    JwtSigner signer = new JwtSigner(keys, crypto);
    VerificationKey key = VerificationKey.of(keys.publicKey(), crypto);

    assertThat(IntStream.range(0, 200)
            .parallel()
            .filter(number -> verifies(signer.sign(Map.of("jti", number)), key))
            .count())
        .isEqualTo(200);
  }

  private static boolean verifies(String jwt, VerificationKey key) {
    try {
      return SignedJwt.parse(jwt).verifiedBy(key);
    } catch (MalformedJwtException e) {
      return false;
    }
  }
}
