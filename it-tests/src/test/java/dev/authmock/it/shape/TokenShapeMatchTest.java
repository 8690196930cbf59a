package dev.authmock.it.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import dev.authmock.sdk.control.model.AuthorizationDetail;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose tokens a shape is for. */
class TokenShapeMatchTest extends ShapeTest {
  private static final String CALLBACK = "https://issuer.example/auth/callback";

  @Test
  void the_grant_type_has_to_be_that() {
    match(Map.of("grant_type", "authorization_code"));
    requirePlain(preAuthorized());
    requireShaped(ofHolder());
  }

  @Test
  void the_client_has_to_be_that_for_which_the_tokens_are() {
    match(Map.of("client_id", Codes.HOLDER));
    requireShaped(ofHolder());
    requireShaped(preAuthorized());
    requirePlain(ofWallet(clients.register(), null));
    requirePlain(tokens(
        new PreAuthorizedCodeOrder().clientId("https://other.example").userPinRequired(false)));
  }

  @ParameterizedTest
  @CsvSource({
    "CTWalletSameAuthorisedInTime, true",
    "VerifiableAttestation, true",
    "ctwalletsameauthorisedintime, false",
    "CTWallet, false",
    "*, false"
  })
  void the_type_has_to_be_among_the_authorization_details(String type, boolean shaped) {
    match(Map.of("credential_type", type));
    JsonNode tokens = tokens(new PreAuthorizedCodeOrder()
        .clientId(Codes.HOLDER)
        .userPinRequired(false)
        .authorizationDetails(List.of(
            new AuthorizationDetail().type("openid_credential"),
            new AuthorizationDetail()
                .type("openid_credential")
                .types(List.of("VerifiableAttestation", "CTWalletSameAuthorisedInTime")))));

    assertThat(accessToken(tokens).containsKey("shaped")).isEqualTo(shaped);
    requirePlain(preAuthorized());
  }

  @Test
  void a_parameter_has_to_have_that_value_or_any() {
    match(Map.of("parameters", Map.of("redirect_uri", CALLBACK, "client_assertion", "*")));
    Wallet wallet = clients.register();
    requireShaped(ofWallet(wallet, CALLBACK));
    requirePlain(ofWallet(wallet, null));
    requirePlain(ofWallet(wallet, CALLBACK + "/other"));
    requirePlain(preAuthorized());
  }

  @Test
  void any_parameter_of_a_token_request_can_be_matched_on() {
    for (String parameter :
        List.of("grant_type", "client_id", "code", "client_assertion_type", "client_assertion")) {
      match(Map.of("parameters", Map.of(parameter, "*")));
    }
    for (String parameter : List.of("code_verifier", "pre-authorized_code", "user_pin")) {
      match(Map.of("parameters", Map.of(parameter, "*")));
    }
    ofWallet(clients.register(), null);
    ofHolder();
    tokens(Form.ofPreAuthorizedCode(codes.preAuthorized()).with("user_pin", Codes.DERIVED_PIN));

    assertThat(shapes()).hasSize(8).allMatch(shape -> shape.path("applied").intValue() > 0);
  }

  @Test
  void all_that_is_said_has_to_fit_together() {
    match(Map.of("grant_type", "authorization_code", "client_id", "https://other.example"));
    requirePlain(ofHolder());
    requirePlain(preAuthorized());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "{\"client_id\":null,\"parameters\":null}",
        "{\"parameters\":{}}",
        "{\"parameters\":{\"user_pin\":null}}"
      })
  void what_is_null_or_empty_is_not_said(String match) {
    Exchange answer = http.request("POST", SHAPES)
        .header("Content-Type", "application/json")
        .body("{\"match\":" + match + ",\"claims\":{\"shaped\":true}}")
        .sendUnchecked();
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    requireShaped(preAuthorized());
    requireShaped(ofHolder());
  }

  private void match(Map<String, ?> match) {
    JsonNode shape = shape(Json.write(Map.of("match", match, "claims", Map.of("shaped", true))));
    assertThat(shape.path("match")).isEqualTo(Json.read(Json.write(match)));
  }

  private JsonNode preAuthorized() {
    return tokens();
  }

  private JsonNode ofHolder() {
    Pkce pkce = Pkce.generate();
    return tokens(Form.ofHolderWallet(Codes.HOLDER, codes.forHolder(pkce), pkce.verifier()));
  }

  private JsonNode ofWallet(Wallet wallet, String redirectUri) {
    String code = codes.minted(
        new AuthorizationCodeOrder().clientId(wallet.clientId()).redirectUri(redirectUri));
    Form form = wallet.form(code);
    return tokens(redirectUri == null ? form : form.with("redirect_uri", redirectUri));
  }

  private static void requireShaped(JsonNode tokens) {
    assertThat(accessToken(tokens)).containsEntry("shaped", true);
    assertThat(idToken(tokens)).containsEntry("shaped", true);
  }

  private static void requirePlain(JsonNode tokens) {
    assertThat(accessToken(tokens)).doesNotContainKey("shaped");
    assertThat(idToken(tokens)).doesNotContainKey("shaped");
  }
}
