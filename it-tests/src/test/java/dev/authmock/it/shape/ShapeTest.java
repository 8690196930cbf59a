package dev.authmock.it.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** What tests of token shapes stand on: orders, and tokens that came out of them. */
abstract class ShapeTest extends ServiceTest {
  static final String SHAPES = "/mock/token-shapes";

  /** Orders a shape. */
  final Exchange order(String json) {
    return http.post(SHAPES, "application/json", json);
  }

  /** Orders a shape, and gives its view. */
  final JsonNode shape(String json) {
    Exchange answer = order(json);
    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    return answer.json();
  }

  /** All shapes. */
  final JsonNode shapes() {
    Exchange answer = http.get(SHAPES);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json().path("shapes");
  }

  /** The tokens for a pre-authorized code. */
  final JsonNode tokens() {
    return tokens(new PreAuthorizedCodeOrder().clientId(Codes.HOLDER).userPinRequired(false));
  }

  /** The tokens for a pre-authorized code to order. */
  final JsonNode tokens(PreAuthorizedCodeOrder order) {
    return tokens(Form.ofPreAuthorizedCode(codes.minted(order).getPreAuthorizedCode()));
  }

  /** The tokens for a request. */
  final JsonNode tokens(Form form) {
    Exchange answer = http.token(form);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    return answer.json();
  }

  /** What the access token claims. */
  static Map<String, Object> accessToken(JsonNode tokens) {
    return claims(tokens.path("access_token").asText());
  }

  /** What the ID token claims. */
  static Map<String, Object> idToken(JsonNode tokens) {
    return claims(tokens.path("id_token").asText());
  }

  /** The claims of a JWT that nobody need have verified. */
  static Map<String, Object> claims(String jwt) {
    byte[] payload = Base64.getUrlDecoder().decode(jwt.split("\\.", -1)[1]);
    return Json.object(new String(payload, StandardCharsets.UTF_8));
  }
}
