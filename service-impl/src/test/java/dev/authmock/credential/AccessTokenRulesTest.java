package dev.authmock.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.authmock.check.AccessTokenCheck;
import dev.authmock.check.Finding;
import dev.authmock.check.RefusedException;
import dev.authmock.grant.TokenId;
import dev.authmock.jose.JwtSigner;
import dev.authmock.jose.SignedJwt;
import dev.authmock.jose.SigningKeys;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AccessTokenRulesTest {
  private static final String CI = "https://mock.example/conformance/v3/issuer-mock";
  private static final String AS = "https://mock.example/conformance/v3/auth-mock";
  private static final List<String> TYPES = List.of("VerifiableCredential", "X");

  private final Fixture fixture = new Fixture();
  private final Instant end = fixture.clock.instant().plusSeconds(60);
  private final Map<String, Object> claims = new LinkedHashMap<>(Map.of(
      "iss",
      AS,
      "aud",
      List.of(CI, CI),
      "sub",
      "did:key:z1",
      "jti",
      "flow.random",
      "exp",
      end.getEpochSecond(),
      "claims",
      Map.of(
          "client_id",
          "did:key:z1",
          "c_nonce",
          "nonce",
          "authorization_details",
          List.of(Map.of("types", TYPES), "nonsense", Map.of("types", 7)))));

  @Test
  void a_token_of_this_server_says_what_the_token_endpoint_put_in() throws Exception {
    AccessToken token = claimsOf(signed());

    assertThat(token)
        .isEqualTo(new AccessToken(
            TokenId.parse("flow.random"),
            "did:key:z1",
            "did:key:z1",
            "nonce",
            List.of(TYPES),
            end));
    assertThat(fixture.evaluation.flowId()).isEqualTo("flow");
    assertThat(fixture.evaluation.findings()).allMatch(Finding::passed);
  }

  @Test
  void a_token_with_another_signature_is_refused_for_that() {
    String other = new JwtSigner(SigningKeys.generate(new SecureRandom()), fixture.crypto)
        .withKeyId(fixture.keys.keyId())
        .sign(claims);

    assertRefused(AccessTokenCheck.ACCESS_TOKEN_SIGNATURE, () -> header(other));
  }

  @Test
  void a_key_that_nobody_published_is_refused_by_its_kid() {
    String other =
        new JwtSigner(SigningKeys.generate(new SecureRandom()), fixture.crypto).sign(claims);

    assertRefused(AccessTokenCheck.ACCESS_TOKEN_KID, () -> header(other));
    assertRefused(
        AccessTokenCheck.ACCESS_TOKEN_KID,
        () -> header(fixture.signer.withKeyId("did:key:z1#z1").sign(claims)));
  }

  @Test
  void a_token_is_good_until_its_exp_and_not_a_second_longer() throws Exception {
    SignedJwt token = signed();
    fixture.clock.advance(Duration.ofSeconds(59));
    claimsOf(token);
    fixture.clock.advance(Duration.ofSeconds(1));

    assertRefused(AccessTokenCheck.ACCESS_TOKEN_NOT_EXPIRED, () -> claimsOf(token));
  }

  @Test
  void a_token_without_locations_is_told_what_it_lacks() {
    claims.put("aud", AS);

    assertThatThrownBy(() -> claimsOf(signed()))
        .hasMessageContaining("the authorization_details had no locations");
  }

  @Test
  void a_token_for_others_is_refused() {
    List<Object> others = new ArrayList<>(List.of("did:key:z1", List.of(), 7, CI + "/"));
    for (Object aud : others) {
      claims.put("aud", aud);
      assertRefused(AccessTokenCheck.ACCESS_TOKEN_AUD, () -> claimsOf(signed()));
    }
  }

  @Test
  void a_token_of_another_server_or_of_the_future_is_refused() {
    claims.put("nbf", fixture.clock.instant().getEpochSecond() + 1);
    assertRefused(AccessTokenCheck.ACCESS_TOKEN_NBF, () -> claimsOf(signed()));
    claims.put("iss", CI);
    assertRefused(AccessTokenCheck.ACCESS_TOKEN_ISS, () -> claimsOf(signed()));
  }

  @Test
  void another_jwt_of_this_server_is_no_access_token() {
    for (Object odd : List.of("text", List.of(), Map.of(), Map.of("client_id", "x"))) {
      claims.put("claims", odd);
      assertRefused(AccessTokenCheck.ACCESS_TOKEN_CLAIMS, () -> claimsOf(signed()));
    }
    claims.remove("claims");
    assertRefused(AccessTokenCheck.ACCESS_TOKEN_CLAIMS, () -> claimsOf(signed()));
  }

  private SignedJwt signed() throws Exception {
    return SignedJwt.parse(fixture.signer.sign(claims));
  }

  private AccessToken claimsOf(SignedJwt token) {
    return fixture.accessTokens.requireClaims(token, fixture.evaluation);
  }

  private SignedJwt header(String compact) {
    return fixture.accessTokens.requireSigned(
        compact, fixture.accessTokens::isSignedHere, fixture.evaluation);
  }

  private static void assertRefused(AccessTokenCheck check, ThrowingCallable call) {
    assertThatThrownBy(call)
        .asInstanceOf(type(RefusedException.class))
        .extracting(RefusedException::check)
        .isEqualTo(check);
  }
}
