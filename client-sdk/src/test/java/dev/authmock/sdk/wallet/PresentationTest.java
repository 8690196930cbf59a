package dev.authmock.sdk.wallet;

import static dev.authmock.sdk.wallet.FakeMock.AS;
import static dev.authmock.sdk.wallet.FakeMock.CLOCK;
import static dev.authmock.sdk.wallet.FakeMock.claims;
import static dev.authmock.sdk.wallet.FakeMock.jwt;
import static dev.authmock.sdk.wallet.FakeMock.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PresentationTest {

  private final FakeMock mock = new FakeMock();
  private final HolderWallet wallet =
      HolderWallet.builder(mock.client()).clock(CLOCK).build();
  private final IssuedCredential oldA = credential("A");
  private final IssuedCredential b = credential("B");
  private final IssuedCredential a = credential("A");
  private final IssuedCredential c = credential("C");

  @BeforeEach
  void wantTwoCredentials() {
    mock.wanted = Map.of(
        "response_type",
        "vp_token",
        "presentation_definition",
        Map.of("id", "def-1", "input_descriptors", List.of(descriptor("A"), descriptor("B"))));
  }

  @AfterEach
  void stop() {
    mock.close();
  }

  @Test
  void the_newest_credential_for_each_descriptor_is_presented() {
    for (IssuedCredential held : List.of(oldA, b, a, c)) {
      wallet.keep(held);
    }
    wallet.obtainCredential("X");

    Map<String, String> posted = mock.one(AS + "/direct_post").form();
    Map<String, Object> claims = claims(posted.get("vp_token"));
    Map<?, ?> vp = FakeMock.object(claims, "vp");
    assertThat(posted).containsOnlyKeys("state", "vp_token", "presentation_submission");
    assertThat(jwt(posted.get("vp_token")).getHeader().getKeyID())
        .isEqualTo(wallet.identity().kid());
    assertThat(claims)
        .containsEntry("iss", wallet.did())
        .containsEntry("sub", wallet.did())
        .containsEntry("aud", mock.url(AS))
        .containsEntry("nonce", "as-nonce")
        .containsKeys("iat", "exp", "jti");
    assertThat(vp.get("type")).isEqualTo(List.of("VerifiablePresentation"));
    assertThat(vp.get("holder")).isEqualTo(wallet.did());
    assertThat(vp.get("verifiableCredential")).isEqualTo(List.of(a.jwt(), b.jwt()));
  }

  @Test
  void the_submission_says_which_credential_is_for_which_descriptor() {
    WalletRequest request = request();

    Map<String, Object> submission =
        parse(VpToken.sign(wallet.identity(), request, List.of(b, c, a)).presentationSubmission());

    assertThat(submission).containsEntry("definition_id", "def-1").containsKey("id");
    assertThat(submission.get("descriptor_map"))
        .isEqualTo(List.of(entry("want-A", 2), entry("want-B", 0)));
  }

  @Test
  void a_credential_that_is_not_held_can_not_be_presented() {
    wallet.keep(a);

    assertThatThrownBy(() -> wallet.obtainCredential("X"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the wallet holds no credential for the input descriptor want-B");
  }

  @Test
  void too_little_can_be_presented_on_purpose() {
    WalletRequest request = request();
    VpToken little = wallet.present(request, List.of(a));

    assertThat(parse(little.presentationSubmission()).get("descriptor_map"))
        .isEqualTo(List.of(entry("want-A", 0)));
    assertThat(little.withPresentationSubmission("{").presentationSubmission()).isEqualTo("{");
    assertThat(little.withPresentationSubmission(Map.of("id", "1")).presentationSubmission())
        .isEqualTo("{\"id\":\"1\"}");
    assertThat(little).hasToString("VpToken[hidden]");
  }

  @Test
  void a_request_for_an_id_token_takes_no_presentation() {
    mock.wanted = Map.of("response_type", "id_token");
    WalletRequest request = request();

    assertThatThrownBy(() -> wallet.present(request, List.of(a)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_request_for_what_is_not_said_is_refused() {
    for (Map<String, Object> wanted : List.<Map<String, Object>>of(
        Map.of("response_type", "vp_token"),
        Map.of("response_type", "code"),
        Map.of("response_type", "vp_token", "presentation_definition", Map.of("id", "def-1")),
        Map.of("response_type", "vp_token", "presentation_definition", "def-1"))) {
      mock.wanted = wanted;
      WalletRequest request = request();

      assertThatThrownBy(() -> wallet.answer(request)).isInstanceOf(VerificationException.class);
    }
  }

  private WalletRequest request() {
    return wallet.send(wallet.request(List.of("X"), "http://ci").withClientMetadata(Map.of()));
  }

  private IssuedCredential credential(String type) {
    return IssuedCredential.read(
        mock.credential(wallet.did(), List.of("VerifiableCredential", type))
            .claim("jti", Opaque.fresh())
            .sign());
  }

  static Map<String, Object> descriptor(String type) {
    return Map.of(
        "id",
        "want-" + type,
        "constraints",
        Map.of(
            "fields",
            List.of(Map.of(
                "path",
                List.of("$.vc.type"),
                "filter",
                Map.of("type", "array", "contains", Map.of("const", type))))));
  }

  private static Map<String, Object> entry(String id, int index) {
    return Map.of(
        "id",
        id,
        "format",
        "jwt_vp",
        "path",
        "$",
        "path_nested",
        Map.of("id", id, "format", "jwt_vc", "path", "$.vp.verifiableCredential[" + index + "]"));
  }
}
