package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClientAssertionTest {

  private static final String CLIENT = "https://issuer.example/auth";
  private static final String SERVER = "http://localhost:8080/conformance/v3/auth-mock";
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00.999Z");
  private static final ECKey KEY = key(Curve.P_256);

  @Test
  void it_is_signed_by_es256_under_the_keys_id() throws Exception {
    SignedJWT jwt = parse(ClientAssertion.sign(CLIENT, SERVER, KEY));

    assertThat(jwt.getHeader().toJSONObject())
        .containsOnly(
            Map.entry("alg", "ES256"), Map.entry("kid", "key-1"), Map.entry("typ", "JWT"));
    assertThat(jwt.verify(new ECDSAVerifier(KEY.toPublicJWK()))).isTrue();
  }

  @Test
  void the_client_is_issuer_and_subject_and_the_server_is_the_audience() throws Exception {
    Map<String, Object> claims = claims(ClientAssertion.sign(CLIENT, SERVER, KEY));

    assertThat(claims)
        .containsOnlyKeys("iss", "sub", "aud", "iat", "exp", "jti")
        .containsEntry("iss", CLIENT)
        .containsEntry("sub", CLIENT)
        .containsEntry("aud", SERVER);
  }

  @Test
  void it_is_good_for_five_minutes_in_whole_seconds() throws Exception {
    assertThat(claims(builder().sign()))
        .containsEntry("iat", NOW.getEpochSecond())
        .containsEntry("exp", NOW.getEpochSecond() + 300);
  }

  @Test
  void its_lifetime_can_be_set() throws Exception {
    assertThat(claims(builder().lifetime(Duration.ofHours(1)).sign()))
        .containsEntry("exp", NOW.getEpochSecond() + 3600);
    assertThatThrownBy(() -> builder().lifetime(Duration.ofMillis(999)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void each_has_a_jti_of_its_own() throws Exception {
    ClientAssertion.Builder builder = builder();
    String first = (String) claims(builder.sign()).get("jti");
    String second = (String) claims(builder.sign()).get("jti");

    assertThat(UUID.fromString(first)).isNotEqualTo(UUID.fromString(second));
  }

  @Test
  void any_claim_can_be_added_changed_or_left_out() throws Exception {
    ClientAssertion assertion = builder()
        .claim("aud", List.of(SERVER, "https://other.example"))
        .claim("nbf", NOW)
        .claim("nonce", "n-0S6")
        .withoutClaim("jti")
        .sign();

    assertThat(claims(assertion))
        .containsOnlyKeys("iss", "sub", "aud", "iat", "nbf", "exp", "nonce")
        .containsEntry("aud", List.of(SERVER, "https://other.example"))
        .containsEntry("nbf", NOW.getEpochSecond())
        .containsEntry("nonce", "n-0S6");
  }

  @Test
  void what_is_said_last_about_a_claim_holds() throws Exception {
    assertThat(claims(builder().withoutClaim("jti").claim("jti", "again").sign()))
        .containsEntry("jti", "again");
    assertThat(claims(builder().claim("jti", "again").withoutClaim("jti").sign()))
        .doesNotContainKey("jti");
  }

  @Test
  void a_key_that_can_not_sign_es256_is_refused() {
    for (ECKey key : List.of(key(Curve.P_384), KEY.toPublicJWK())) {
      assertThatThrownBy(() -> ClientAssertion.sign(CLIENT, SERVER, key))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("P-256");
    }
  }

  @Test
  void a_key_without_an_id_is_refused() {
    ECKey nameless = new ECKey.Builder(KEY).keyID(null).build();

    assertThatThrownBy(() -> ClientAssertion.sign(CLIENT, SERVER, nameless))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kid");
  }

  @Test
  void one_that_was_made_elsewhere_stays_as_it_is() {
    ClientAssertion faulty = ClientAssertion.of(CLIENT, "not a JWT");

    assertThat(faulty.clientId()).isEqualTo(CLIENT);
    assertThat(faulty.serialized()).isEqualTo("not a JWT");
  }

  @Test
  void the_jwt_is_hidden() {
    assertThat(ClientAssertion.of(CLIENT, "eyJ.eyJ.sig"))
        .hasToString("ClientAssertion[clientId=https://issuer.example/auth]");
  }

  private static ClientAssertion.Builder builder() {
    return ClientAssertion.builder(CLIENT, SERVER, KEY).clock(Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static SignedJWT parse(ClientAssertion assertion) throws Exception {
    return SignedJWT.parse(assertion.serialized());
  }

  private static Map<String, Object> claims(ClientAssertion assertion) throws Exception {
    return parse(assertion).getPayload().toJSONObject();
  }

  private static ECKey key(Curve curve) {
    try {
      return new ECKeyGenerator(curve).keyID("key-1").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
