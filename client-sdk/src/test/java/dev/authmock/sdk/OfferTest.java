package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.authmock.sdk.FakePeer.Answer;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class OfferTest {

  private static final String URL =
      "openid-credential-offer://?credential_offer_uri=http%3A%2F%2Fm";
  private static final String DID = "did:key:z2dmz";

  @Test
  void an_offer_for_the_same_device_comes_by_redirect() throws IOException {
    try (FakePeer peer = FakePeer.answering(request -> Answer.redirect(URL))) {
      assertThat(peer.client().requestOffer("CTWalletSameAuthorisedInTime", DID))
          .isEqualTo(URL);
      assertThat(peer.request().path())
          .isEqualTo("/conformance/v3/issuer-mock/initiate-credential-offer");
      assertThat(peer.request().query())
          .isEqualTo(Map.of("credential_type", "CTWalletSameAuthorisedInTime", "client_id", DID));
    }
  }

  @Test
  void an_offer_for_another_device_comes_as_text() throws IOException {
    try (FakePeer peer = FakePeer.answering(request -> Answer.text("text/plain", URL))) {
      assertThat(
              peer.client().requestOffer("CTWalletCrossAuthorisedInTime", DID, "https://w/o?a=b"))
          .isEqualTo(URL);
      assertThat(peer.request().query())
          .containsEntry("credential_offer_endpoint", "https://w/o?a=b");
      assertThat(peer.request().header("Accept")).startsWith("text/plain");
    }
  }

  @Test
  void an_offer_that_is_nowhere_is_told() throws IOException {
    try (FakePeer peer = FakePeer.answering(302, "", "")) {
      assertThat(catchThrowableOfType(
              AuthMockUnavailableException.class, () -> peer.client().requestOffer("X", DID)))
          .hasMessageEndingWith("status 302 instead of a URL or a redirect");
    }
  }

  @Test
  void an_offer_is_read_with_its_pre_authorized_code() throws IOException {
    String body = """
        {"credential_issuer": "http://m/ci", "credentials": [{"format": "jwt_vc", "types": ["A"],
         "trust_framework": {"name": "ebsi", "type": "Accreditation", "uri": "http://m"}}],
         "grants": {"urn:ietf:params:oauth:grant-type:pre-authorized_code":
           {"pre-authorized_code": "pre", "user_pin_required": true}}}""";
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, body)) {
      CredentialOffer offer = peer.client()
          .readOffer(URI.create("http://elsewhere/base/conformance/v3/issuer-mock/offers/5c1e"));

      assertThat(peer.request().uri()).isEqualTo("/conformance/v3/issuer-mock/offers/5c1e");
      assertThat(offer.getGrants().getAuthorizationCode()).isNull();
      assertThat(Objects.requireNonNull(offer.getGrants().getPreAuthorizedCode())
              .getPreAuthorizedCode())
          .isEqualTo("pre");
    }
  }

  @Test
  void an_offer_that_is_not_where_a_mock_has_them_is_not_fetched() {
    AuthMockClient client = AuthMockClient.create();

    assertThatThrownBy(() -> client.readOffer(URI.create("http://evil.example/offers/1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("evil");
  }
}
