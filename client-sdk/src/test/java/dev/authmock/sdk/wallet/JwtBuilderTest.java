package dev.authmock.sdk.wallet;

import static dev.authmock.sdk.wallet.FakeMock.CLOCK;
import static dev.authmock.sdk.wallet.FakeMock.NOW;
import static dev.authmock.sdk.wallet.FakeMock.claims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import dev.authmock.sdk.AuthorizationRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JwtBuilderTest {

  private static final WalletIdentity WALLET = WalletIdentity.generate();

  @Test
  void a_proof_of_possession_is_typed_and_names_its_key() {
    String proof = ProofOfPossession.builder(WALLET, "did:key:client", "http://ci", "n")
        .clock(CLOCK)
        .sign()
        .serialized();

    assertThat(header(proof))
        .isEqualTo(Map.of("typ", "openid4vci-proof+jwt", "alg", "ES256", "kid", WALLET.kid()));
    assertThat(claims(proof))
        .isEqualTo(Map.of(
            "iss", "did:key:client",
            "aud", "http://ci",
            "nonce", "n",
            "iat", NOW.getEpochSecond(),
            "exp", NOW.getEpochSecond() + 300));
  }

  @Test
  void any_member_and_any_claim_can_be_changed_or_left_out() {
    String faulty = proof()
        .header("alg", "none")
        .header("jwk", Map.of("kty", "EC"))
        .withoutHeader("kid")
        .claim("aud", List.of("a", "b"))
        .claim("iat", NOW.minusSeconds(10))
        .claim("crit", true)
        .withoutClaim("nonce")
        .withoutClaim("exp")
        .sign()
        .serialized();

    assertThat(header(faulty))
        .isEqualTo(
            Map.of("typ", "openid4vci-proof+jwt", "alg", "none", "jwk", Map.of("kty", "EC")));
    assertThat(FakeMock.parse(new Base64URL(faulty.split("\\.")[1]).decodeToString()))
        .isEqualTo(Map.of(
            "iss", "c", "aud", List.of("a", "b"), "iat", NOW.getEpochSecond() - 10, "crit", true));
  }

  @Test
  void what_is_said_last_about_a_claim_holds() {
    assertThat(claims(proof().withoutClaim("exp").claim("exp", 1L).sign().serialized()))
        .containsEntry("exp", 1L);
    assertThat(claims(proof().claim("exp", 1L).withoutClaim("exp").sign().serialized()))
        .doesNotContainKey("exp");
  }

  @Test
  void its_lifetime_can_be_set_and_be_over() {
    assertThat(claims(proof().lifetime(Duration.ofMinutes(-2)).sign().serialized()))
        .containsEntry("exp", NOW.getEpochSecond() - 120);
  }

  @Test
  void another_key_signs_under_the_same_name() throws Exception {
    ECKey other = FakeMock.key("other");
    String jwt = proof().key(other).sign().serialized();

    assertThat(header(jwt)).containsEntry("kid", WALLET.kid());
    assertThat(verifies(jwt, other)).isTrue();
    assertThat(verifies(jwt, WALLET.key())).isFalse();
  }

  @Test
  void a_key_that_can_not_sign_es256_is_refused() throws Exception {
    ECKey p384 = new ECKeyGenerator(Curve.P_384).generate();

    for (ECKey key : List.of(p384, WALLET.key().toPublicJWK())) {
      assertThatThrownBy(() -> proof().key(key)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> WalletIdentity.of("did:ebsi:z", "did:ebsi:z#1", key))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_proof_is_sent_with_the_types_that_are_wanted() {
    var request = ProofOfPossession.of("h.p.s").toRequest(List.of("A"));

    assertThat(request.getFormat()).isEqualTo("jwt_vc");
    assertThat(request.getTypes()).containsExactly("A");
    assertThat(request.getProof().getProofType()).isEqualTo("jwt");
    assertThat(request.getProof().getJwt()).isEqualTo("h.p.s");
  }

  @Test
  void a_request_object_has_the_parameters_as_claims_and_their_json_as_json() {
    ECKey key = FakeMock.key("key-1");
    AuthorizationRequest request = AuthorizationRequest.of("https://issuer.example")
        .withState("s")
        .withAuthorizationDetails(List.of("A"))
        .with("client_metadata", "not json");

    String jwt =
        RequestObject.builder(request, key, "http://as").clock(CLOCK).sign().serialized();

    assertThat(header(jwt)).containsEntry("kid", "key-1");
    assertThat(claims(jwt))
        .containsEntry("iss", "https://issuer.example")
        .containsEntry("client_id", "https://issuer.example")
        .containsEntry("aud", "http://as")
        .containsEntry("state", "s")
        .containsEntry("response_type", "code")
        .containsEntry(
            "authorization_details",
            List.of(Map.of("type", "openid_credential", "format", "jwt_vc", "types", List.of("A"))))
        .containsEntry("client_metadata", "not json");
  }

  @Test
  void a_request_object_needs_a_key_with_a_name() {
    AuthorizationRequest request = AuthorizationRequest.of("https://issuer.example");

    assertThatThrownBy(() -> RequestObject.sign(request, WALLET.key(), "http://as"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("kid");
  }

  @Test
  void what_is_signed_is_hidden() {
    assertThat(IdToken.of("s3cret")).hasToString("IdToken[hidden]");
    assertThat(ProofOfPossession.of("s3cret")).hasToString("ProofOfPossession[hidden]");
    assertThat(RequestObject.of("s3cret")).hasToString("RequestObject[hidden]");
  }

  private static JwtBuilder<ProofOfPossession> proof() {
    return ProofOfPossession.builder(WALLET, "c", "http://ci", "n").clock(CLOCK);
  }

  private static Map<String, Object> header(String jwt) {
    return FakeMock.parse(new Base64URL(jwt.split("\\.")[0]).decodeToString());
  }

  private static boolean verifies(String jwt, ECKey key) throws Exception {
    int end = jwt.lastIndexOf('.');
    return new ECDSAVerifier(key.toPublicJWK())
        .verify(
            new JWSHeader(JWSAlgorithm.ES256),
            jwt.substring(0, end).getBytes(StandardCharsets.US_ASCII),
            new Base64URL(jwt.substring(end + 1)));
  }
}
