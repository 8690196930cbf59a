package dev.authmock.jose;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.jwk.ECKey;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignedJwtTest {

  private final SigningKeys keys = SigningKeys.generate(new SecureRandom());
  private final JwtSigner signer = new JwtSigner(keys, Providers.any());
  private final String good = signer.sign(Map.of("iss", "https://issuer.example"));

  static List<CryptoProvider> providers() {
    return Providers.thatLoadHere();
  }

  @Test
  void the_header_tells_the_algorithm_and_the_key() throws Exception {
    SignedJwt jwt = SignedJwt.parse(good);

    assertThat(jwt.algorithm().is("ES256")).isTrue();
    assertThat(jwt.keyId().value()).contains(keys.keyId());
    assertThat(jwt.type().value()).contains("JWT");
    assertThat(jwt.keysOffered()).isEmpty();
    assertThat(jwt.critical().isAbsent()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "RS256", "ES384", "ES256K", "es256", "", "🤷"})
  void any_other_algorithm_is_told_and_never_verifies(String algorithm) throws Exception {
    String header = "{\"alg\":\"" + algorithm + "\"}";
    CompactParts parts = CompactParts.of(good);
    SignedJwt jwt =
        SignedJwt.parse(Jwts.encode(header) + "." + parts.payload() + "." + parts.signature());

    assertThat(jwt.algorithm().value()).contains(algorithm);
    assertThat(jwt.verifiedBy(key(keys.publicKey(), Providers.any()))).isFalse();
  }

  @Test
  void an_unsecured_jwt_is_taken_apart_but_never_verifies() throws Exception {
    SignedJwt jwt =
        SignedJwt.parse(Jwts.encode("{\"alg\":\"none\"}") + "." + Jwts.encode("{}") + ".");

    assertThat(jwt.algorithm().is("none")).isTrue();
    assertThat(jwt.verifiedBy(key(keys.publicKey(), Providers.any()))).isFalse();
  }

  @Test
  void an_algorithm_that_is_missing_or_no_string_is_told() throws Exception {
    assertThat(SignedJwt.parse(Jwts.of("{}", "{}")).algorithm().isAbsent()).isTrue();
    for (String odd : List.of("1", "null", "{}", "[\"ES256\"]", "true")) {
      SignedJwt jwt = SignedJwt.parse(Jwts.of("{\"alg\":" + odd + ",\"kid\":" + odd + "}", "{}"));
      assertThat(jwt.algorithm().isMalformed()).isTrue();
      assertThat(jwt.keyId().isMalformed()).isTrue();
      assertThat(jwt.keyId().value()).isEmpty();
    }
  }

  @Test
  void keys_offered_in_the_header_are_named_and_a_thumbprint_is_none() throws Exception {
    String header = "{\"alg\":\"ES256\",\"jwk\":{},\"jku\":\"https://evil.example\",\"x5c\":null,"
        + "\"x5t#S256\":1}";
    assertThat(SignedJwt.parse(Jwts.of(header, "{}")).keysOffered())
        .containsExactly("jwk", "jku", "x5c");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[\"exp\"]", "[\"b64\"]", "[]", "\"exp\"", "null", "[1]"})
  void a_signature_under_crit_never_verifies(String crit) throws Exception {
    String input = Jwts.encode("{\"alg\":\"ES256\",\"b64\":false,\"crit\":" + crit + "}")
        + "."
        + Jwts.encode("{}");
    SignedJwt jwt = SignedJwt.parse(input + "." + TestSignature.es256(input, keys));

    assertThat(jwt.critical().isAbsent()).isFalse();
    assertThat(jwt.verifiedBy(key(keys.publicKey(), Providers.any()))).isFalse();
  }

  @Test
  void the_names_in_crit_are_told() throws Exception {
    assertThat(SignedJwt.parse(Jwts.of("{\"crit\":[\"a\",\"b\"]}", "{}"))
            .critical()
            .value())
        .contains(List.of("a", "b"));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void only_the_key_that_signed_verifies(CryptoProvider crypto) throws Exception {
    SignedJwt jwt = SignedJwt.parse(good);

    assertThat(jwt.verifiedBy(key(keys.publicKey(), crypto))).isTrue();
    assertThat(jwt.verifiedBy(key(SigningKeys.generate(new SecureRandom()).publicKey(), crypto)))
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void changed_claims_do_not_verify(CryptoProvider crypto) throws Exception {
    CompactParts parts = CompactParts.of(good);
    String changed = parts.header() + "." + Jwts.encode("{\"iss\":\"https://evil.example\"}");

    assertThat(SignedJwt.parse(changed + "." + parts.signature())
            .verifiedBy(key(keys.publicKey(), crypto)))
        .isFalse();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void a_signature_of_any_odd_form_does_not_verify(CryptoProvider crypto) throws Exception {
    VerificationKey key = key(keys.publicKey(), crypto);
    String input = good.substring(0, good.lastIndexOf('.'));
    byte[] ones = new byte[64];
    Arrays.fill(ones, (byte) 0xff);
    byte[] order = key.jwk().getCurve().toECParameterSpec().getOrder().toByteArray();
    byte[] orders = new byte[64];
    System.arraycopy(order, order.length - 32, orders, 0, 32);
    System.arraycopy(order, order.length - 32, orders, 32, 32);
    byte[] real = Base64.getUrlDecoder().decode(good.substring(input.length() + 1));
    byte[] der = ECDSA.transcodeSignatureToDER(real);
    byte[] longer = Arrays.copyOf(real, 65);

    Stream.of(new byte[0], new byte[1], new byte[63], new byte[64], ones, orders, der, longer)
        .forEach(signature -> {
          try {
            assertThat(SignedJwt.parse(input + "." + Jwts.encode(signature)).verifiedBy(key))
                .isFalse();
          } catch (MalformedJwtException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void header_and_claims_can_not_be_changed() throws Exception {
    SignedJwt jwt = SignedJwt.parse(good);

    assertThat(jwt.header()).isUnmodifiable();
    assertThat(jwt.claims()).isUnmodifiable();
  }

  private static VerificationKey key(ECKey jwk, CryptoProvider crypto) throws Exception {
    return VerificationKey.of(jwk, crypto);
  }
}
