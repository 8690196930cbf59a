package dev.authmock.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.VerifiedToken;
import dev.authmock.sdk.Faults;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.conformance.model.CredentialResponse;
import dev.authmock.sdk.conformance.model.TokenResponse;
import dev.authmock.sdk.control.model.Endpoint;
import dev.authmock.sdk.control.model.FaultOrder;
import dev.authmock.sdk.control.model.FaultOrder.TokenEnum;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.VerificationException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults in JWTs, held against the keys that the service publishes. */
class TokenFaultTest extends FaultTest {
  private static final List<String> TOKENS = List.of("access_token", "id_token");

  @Test
  void a_broken_signature_does_not_verify_with_the_key_that_it_names() throws Exception {
    inject(Faults.brokenSignature().name("broken"));

    JsonNode answer = requireHit(tokens(), "broken");
    for (String member : TOKENS) {
      SignedJWT jwt = SignedJWT.parse(answer.path(member).asText());
      assertThat(jwt.getSignature().decode()).hasSize(64);
      assertThat(jwt.verify(verifier(key(jwt)))).isFalse();
    }
    SignedJWT good = SignedJWT.parse(goodTokens().path("access_token").asText());
    assertThat(good.verify(verifier(key(good)))).isTrue();
  }

  @Test
  void a_wrong_kid_is_that_of_no_published_key() throws Exception {
    inject(Faults.wrongKid().name("kid"));

    JsonNode answer = requireHit(tokens(), "kid");
    for (String member : TOKENS) {
      SignedJWT jwt = SignedJWT.parse(answer.path(member).asText());
      assertThat(key(jwt)).isNull();
      assertThat(jwt.verify(verifier(published().getKeys().get(0)))).isTrue();
    }
  }

  @Test
  void an_expired_token_was_signed_well_and_expired_an_hour_ago() throws Exception {
    inject(Faults.expiredToken().name("expired"));

    JsonNode answer = requireHit(tokens(), "expired");
    Instant hourAgo = clock.instant().minus(Duration.ofHours(1));
    for (String member : TOKENS) {
      SignedJWT jwt = SignedJWT.parse(answer.path(member).asText());
      assertThat(jwt.verify(verifier(key(jwt)))).isTrue();
      assertThat(jwt.getJWTClaimsSet().getExpirationTime()).isEqualTo(hourAgo);
      assertThat(jwt.getJWTClaimsSet().getIssueTime()).isBefore(hourAgo);
      assertThatThrownBy(
              () -> VerifiedToken.of(answer.path(member).asText(), keys(), sdk.issuer(), clock))
          .isInstanceOf(AssertionError.class)
          .hasStackTraceContaining("expired");
    }
  }

  @Test
  void the_credential_endpoint_refuses_each_of_them_as_what_it_is() {
    requireRefused(Faults.expiredToken(), "access_token.not_expired");
    requireRefused(Faults.brokenSignature(), "access_token.signature");
    requireRefused(Faults.wrongKid(), "access_token.kid");
  }

  private void requireRefused(FaultOrder fault, String check) {
    inject(fault.match(Faults.at(Endpoint.TOKEN)));
    HolderWallet wallet = holder();
    CredentialOffer offer = wallet.readOffer(wallet.requestOffer(IN_TIME));
    TokenResponse tokens = wallet.redeem(offer);
    String body =
        "{\"format\":\"jwt_vc\",\"types\":[\"VerifiableCredential\",\"VerifiableAttestation\",\""
            + IN_TIME
            + "\"],\"proof\":{\"proof_type\":\"jwt\",\"jwt\":\""
            + wallet.prove(tokens.getcNonce()).serialized()
            + "\"}}";

    assertThatCredentialError(http.postJson(RawHttp.CREDENTIAL, tokens.getAccessToken(), body))
        .is(401, "invalid_token", check);
  }

  @Test
  void only_the_token_that_is_named_is_hit() throws Exception {
    inject(Faults.brokenSignature().name("id").token(TokenEnum.ID_TOKEN));

    JsonNode answer = requireHit(tokens(), "id");
    SignedJWT access = SignedJWT.parse(answer.path("access_token").asText());
    SignedJWT id = SignedJWT.parse(answer.path("id_token").asText());
    assertThat(access.verify(verifier(key(access)))).isTrue();
    assertThat(id.verify(verifier(key(id)))).isFalse();
  }

  @Test
  void a_fault_on_a_credential_waits_for_one() {
    inject(Faults.brokenSignature().name("vc").token(TokenEnum.CREDENTIAL));
    HolderWallet wallet = holder();

    assertThatThrownBy(() -> wallet.obtainCredential(IN_TIME))
        .isInstanceOf(VerificationException.class)
        .hasMessageContaining("signature");
    assertThat(injected("vc")).isEqualTo(1);
    assertThat(newestEntry().path("faults").toString()).isEqualTo("[\"vc\"]");
    assertThat(wallet.obtainCredential(IN_TIME).types()).contains(IN_TIME);
  }

  @Test
  void the_wallet_sees_a_wrong_kid_and_an_expired_credential() {
    HolderWallet wallet = holder();

    inject(Faults.wrongKid().token(TokenEnum.CREDENTIAL));
    assertThatThrownBy(() -> wallet.obtainCredential(IN_TIME))
        .isInstanceOf(VerificationException.class)
        .hasMessageContaining("a key of the server's jwks");
    inject(Faults.expiredToken().token(TokenEnum.CREDENTIAL));
    assertThatThrownBy(() -> wallet.obtainCredential(IN_TIME))
        .isInstanceOf(VerificationException.class)
        .hasMessageContaining("expired");
  }

  @Test
  void a_deferred_credential_is_hit_where_it_is_collected() {
    inject(Faults.expiredToken().name("late").token(TokenEnum.CREDENTIAL));
    HolderWallet wallet = holder();
    CredentialOffer offer = wallet.readOffer(wallet.requestOffer(DEFERRED));
    CredentialResponse promise = wallet.requestCredential(
        wallet.redeem(offer), offer.getCredentials().get(0).getTypes());
    assertThat(injected("late")).isZero();

    assertThatThrownBy(() -> wallet.collect(promise))
        .isInstanceOf(VerificationException.class)
        .hasMessageContaining("expired");
    assertThat(newestEntry().path("endpoint").asText("none")).isIn("deferred_credential", "none");
    assertThat(injected("late")).isEqualTo(1);
  }

  @Test
  void a_request_object_is_hit_as_well() {
    for (FaultOrder fault : List.of(
        Faults.brokenSignature().match(Faults.at(Endpoint.REQUEST_OBJECT)), Faults.wrongKid())) {
      String name = inject(fault).getName();
      HolderWallet wallet = holder();
      CredentialOffer offer = wallet.readOffer(wallet.requestOffer("CTWalletSameAuthorisedInTime"));

      assertThatThrownBy(() -> wallet.authorize(offer)).isInstanceOf(VerificationException.class);
      assertThat(injected(name)).isEqualTo(1);
    }
  }

  private JWKSet published() throws Exception {
    Exchange keys = keys();
    return JWKSet.parse(keys.body());
  }

  private JWK key(SignedJWT jwt) throws Exception {
    return published().getKeyByKeyId(jwt.getHeader().getKeyID());
  }

  private static ECDSAVerifier verifier(JWK key) throws Exception {
    return new ECDSAVerifier(key.toECKey());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eyJhbGciOiJub25lIn0.e30.AA",
        "eyJhbGciOiJub25lIn0.e30x.AA",
        "eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJtZSJ9.AAAA"
      })
  void what_a_client_says_of_itself_is_neither_broken_nor_signed(String name) {
    inject(Faults.brokenSignature().name("broken").every(true));
    inject(Faults.wrongKid().name("kid").every(true));
    inject(Faults.expiredToken().name("expired").every(true));

    Exchange registered = http.post(
        RawHttp.REGISTER,
        "application/json",
        Json.write(Map.of(
            "client_id",
            "https://named.example/auth",
            "client_name",
            name,
            "jwks_uri",
            "https://named.example/jwks")));

    assertThat(registered.status()).as("%s", registered).isEqualTo(201);
    assertThat(registered.json().path("client_name").asText()).isEqualTo(name);
    assertThat(registered.header(HEADER)).isEmpty();
  }
}
