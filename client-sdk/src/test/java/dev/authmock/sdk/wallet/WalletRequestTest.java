package dev.authmock.sdk.wallet;

import static dev.authmock.sdk.wallet.FakeMock.AS;
import static dev.authmock.sdk.wallet.FakeMock.CLOCK;
import static dev.authmock.sdk.wallet.FakeMock.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.sdk.Redirect;
import dev.authmock.sdk.conformance.model.ServerMetadata;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WalletRequestTest {

  private static final String DID = "did:key:z2dmz";
  private static final Redirect REDIRECT =
      Redirect.of("openid://?state=as-state&nonce=as-nonce&response_type=id_token&scope=openid");

  private final FakeMock mock = new FakeMock();

  @AfterEach
  void stop() {
    mock.close();
  }

  @Test
  void what_the_server_asks_for_is_read() {
    WalletRequest request = verify(REDIRECT, jwt -> jwt);

    assertThat(request.responseType()).isEqualTo("id_token");
    assertThat(request.clientId()).isEqualTo(mock.url(AS));
    assertThat(request.redirectUri()).isEqualTo(mock.url(AS + "/direct_post"));
    assertThat(request.state()).isEqualTo("as-state");
    assertThat(request.nonce()).isEqualTo("as-nonce");
    assertThat(request.presentationDefinition()).isNull();
    assertThat(request.isByReference()).isFalse();
    assertThat(request.toString()).doesNotContain("as-state", "as-nonce");
  }

  @Test
  void the_parameters_may_stand_in_the_request_object_alone() {
    WalletRequest request =
        verify(Redirect.of("openid://?request_uri=http%3A%2F%2Fas"), jwt -> jwt);

    assertThat(request.isByReference()).isTrue();
    assertThat(request.nonce()).isEqualTo("as-nonce");
  }

  @Test
  void it_may_be_for_several_audiences() {
    assertThatCode(() -> verify(REDIRECT, jwt -> jwt.claim("aud", List.of("x", DID))))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iss",
        "client_id",
        "aud",
        "response_mode",
        "redirect_uri",
        "response_type",
        "state",
        "nonce",
        "scope"
      })
  void a_claim_that_is_missing_or_another_is_told_by_its_name(String name) {
    assertRefused(name, jwt -> jwt.withoutClaim(name));
    assertRefused(name, jwt -> jwt.claim(name, "s3cret"));
  }

  @Test
  void a_nonce_and_a_state_are_needed_even_if_the_redirect_has_none() {
    for (String name : List.of("state", "nonce", "response_type")) {
      assertThatThrownBy(
              () -> verify(Redirect.of("openid://?request=r"), jwt -> jwt.withoutClaim(name)))
          .isInstanceOf(VerificationException.class)
          .hasMessage("the server's request must have a " + name);
    }
  }

  @Test
  void it_is_good_from_its_iat_to_its_exp_and_a_minute_around() {
    assertThatCode(() -> verifyAt(NOW.plusSeconds(359))).doesNotThrowAnyException();
    assertThatCode(() -> verifyAt(NOW.minusSeconds(60))).doesNotThrowAnyException();
    assertThatThrownBy(() -> verifyAt(NOW.plusSeconds(360)))
        .hasMessage("the server's request must not be expired");
    assertThatThrownBy(() -> verifyAt(NOW.minusSeconds(61)))
        .hasMessage("the server's request must be good already");
  }

  @Test
  void another_key_a_changed_claim_and_no_signature_at_all_are_refused() {
    assertRefused("signature", jwt -> jwt.key(FakeMock.key("as-1")));
    assertRefused("ES256", jwt -> jwt.header("kid", "unknown"));
    assertRefused("ES256", jwt -> jwt.withoutHeader("kid"));
    assertRefused("ES256", jwt -> jwt.header("alg", "ES384"));
    assertRefused("JWT", jwt -> jwt.header("alg", "none"));
    String[] parts = mock.requestObject(DID).sign().split("\\.");
    String other = mock.requestObject(DID).claim("nonce", "n2").sign().split("\\.")[1];
    for (String broken : List.of(
        "", "x", parts[0] + "." + parts[1] + ".", parts[0] + "." + other + "." + parts[2])) {
      assertThatThrownBy(() -> verify(REDIRECT, broken, NOW))
          .isInstanceOf(VerificationException.class);
    }
  }

  @Test
  void metadata_that_lack_what_a_request_is_compared_with_are_refused() {
    ServerMetadata complete = mock.client().metadata();
    assertRefused("issuer", new ServerMetadata().redirectUris(complete.getRedirectUris()));
    assertRefused("redirect_uris", new ServerMetadata().issuer(complete.getIssuer()));
  }

  private void assertRefused(String missing, ServerMetadata server) {
    String jwt = mock.requestObject(DID).sign();

    assertThatThrownBy(
            () -> WalletRequest.verify(REDIRECT, jwt, server, mock.client().jwks(), DID, NOW))
        .isInstanceOf(VerificationException.class)
        .hasMessage("the server's metadata must have a member " + missing);
  }

  private void assertRefused(String word, UnaryOperator<JwtBuilder<String>> change) {
    assertThatThrownBy(() -> verify(REDIRECT, change))
        .isInstanceOf(VerificationException.class)
        .hasMessageStartingWith("the server's request must ")
        .hasMessageContaining(word)
        .hasMessageNotContaining("s3cret");
  }

  private WalletRequest verify(Redirect redirect, UnaryOperator<JwtBuilder<String>> change) {
    JwtBuilder<String> jwt = mock.requestObject(DID).clock(CLOCK);
    return verify(redirect, change.apply(jwt).sign(), NOW);
  }

  private WalletRequest verifyAt(Instant at) {
    return verify(REDIRECT, mock.requestObject(DID).sign(), at);
  }

  private WalletRequest verify(Redirect redirect, String jwt, Instant at) {
    return WalletRequest.verify(
        redirect, jwt, mock.client().metadata(), mock.client().jwks(), DID, at);
  }
}
