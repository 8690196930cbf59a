package dev.authmock.it.shape;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.NOT_FOUND;
import static dev.authmock.it.support.Kind.UNSUPPORTED_MEDIA_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which shapes can't be ordered. */
class TokenShapeRulesTest extends ShapeTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"name\":\"x\"}",
        "{\"claims\":{}}",
        "{\"claims\":null,\"lifetime\":null,\"subject\":null}",
        "{\"match\":{\"client_id\":\"https://x.example\"},\"id_token_claims\":{}}"
      })
  void a_shape_has_something_to_say(String order) {
    assertThatProblem(order(order)).is(BAD_REQUEST, "invalid_request", "token_shape.content");
    assertThat(shapes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scope", "Redirect_Uri", "", "resource", "<script>", "☃"})
  void a_shape_matches_on_parameters_that_the_endpoint_knows(String parameter) {
    assertThatProblem(order(Json.write(
            Map.of("lifetime", 60, "match", Map.of("parameters", Map.of(parameter, "*"))))))
        .is(BAD_REQUEST, "invalid_request", "token_shape.parameters")
        .saying("pre-authorized_code, user_pin");
  }

  @Test
  void claims_are_nested_to_a_depth_of_16() {
    String sixteen = "{\"a\":".repeat(15) + "{\"a\":1}" + "}".repeat(15);
    String more = "{\"a\":" + sixteen + "}";

    assertThat(shape("{\"claims\":" + sixteen + "}").path("claims")).isEqualTo(Json.read(sixteen));
    assertThatProblem(order("{\"claims\":" + more + "}"))
        .is(BAD_REQUEST, "invalid_request", "token_shape.claims");
    assertThatProblem(
            order("{\"id_token_claims\":{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}}"))
        .is(BAD_REQUEST, "invalid_request", "token_shape.claims");
    assertThat(accessToken(tokens())).containsKey("a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e400", "1e999999999", "[1e309]"})
  void numbers_are_finite(String number) {
    Exchange answer = order("{\"claims\":{\"n\":" + number + "}}");
    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.json().path("check").asText()).isIn("token_shape.claims", "request.readable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e300", "123456789012345678901234567890", "0.1", "1e-400", "-0"})
  void other_numbers_are_signed_as_they_are(String number) {
    shape("{\"claims\":{\"n\":" + number + "}}");
    assertThat(((Number) accessToken(tokens()).get("n")).doubleValue())
        .isEqualTo(Double.parseDouble(number));
  }

  @Test
  void all_that_shapes_say_is_16_kib_at_the_most() {
    shape(Json.write(Map.of("name", "half", "claims", Map.of("a", "x".repeat(8000)))));
    assertThatProblem(order(Json.write(Map.of("id_token_claims", Map.of("a", "x".repeat(9000))))))
        .is(BAD_REQUEST, "invalid_request", "token_shape.size");
    shape(Json.write(Map.of("access_token_claims", Map.of("b", "x".repeat(8000)))));
    assertThatProblem(order(Json.write(Map.of("subject", "x".repeat(400)))))
        .is(BAD_REQUEST, "invalid_request", "token_shape.size");

    assertThat(accessToken(tokens())).containsKeys("a", "b");
    assertThat(http.request("DELETE", SHAPES + "/half").send().status()).isEqualTo(204);
    shape(Json.write(Map.of("subject", "x".repeat(400))));
  }

  @Test
  void a_hundred_shapes_are_enough() {
    IntStream.range(0, 100).forEach(i -> shape("{\"lifetime\":60}"));
    assertThatProblem(order("{\"lifetime\":60}"))
        .is(BAD_REQUEST, "invalid_request", "token_shape.count");
    assertThat(shapes()).hasSize(100);
    assertThat(tokens().path("expires_in").intValue()).isEqualTo(60);
  }

  @Test
  void a_name_is_taken_once() {
    shape("{\"name\":\"one\",\"lifetime\":60}");
    assertThatProblem(order("{\"name\":\"one\",\"lifetime\":120}"))
        .is(BAD_REQUEST, "invalid_request", "token_shape.name_free");
    assertThat(shapes()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"unknown", "One", "%2e%2e", "a%20b", "%E2%98%83", "%3Cscript%3E"})
  void who_removes_a_shape_names_one_that_is_there(String name) {
    shape("{\"name\":\"one\",\"lifetime\":60}");
    assertThatProblem(http.request("DELETE", SHAPES + "/" + name).send())
        .is(NOT_FOUND, "invalid_request", "token_shape.known");
    assertThat(shapes()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "lifetime, 0",
    "lifetime, -1",
    "lifetime, 31536001",
    "lifetime, 1.5",
    "lifetime, '\"60\"'",
    "lifetime, 99999999999",
    "lifetime, true",
    "subject, '\"\"'",
    "subject, 7",
    "subject, {}",
    "name, '\"\"'",
    "name, '\"a b\"'",
    "name, '\"a/b\"'",
    "name, 7",
    "match, []",
    "match, '\"x\"'",
    "match, '{\"client_id\":7}'",
    "match, '{\"parameters\":[]}'",
    "match, '{\"parameters\":{\"user_pin\":{}}}'",
    "claims, []",
    "claims, '\"x\"'",
    "claims, 7",
    "id_token_claims, true",
    "access_token_claims, []"
  })
  void what_the_contract_does_not_allow_is_refused(String member, String json) {
    Map<String, Object> order = new HashMap<>(Map.of("claims", Map.of("a", 1)));
    order.put(member, Json.read(json));

    Exchange answer = order(Json.write(order));
    assertThat(answer.status()).as("%s", answer).isEqualTo(400);
    assertThat(answer.json().path("check").asText()).isIn("request.valid", "request.readable");
    assertThat(shapes()).isEmpty();
  }

  @Test
  void members_are_bounded() {
    Map<String, Integer> many =
        IntStream.range(0, 51).boxed().collect(Collectors.toMap(i -> "claim" + i, i -> i));
    for (String member : new String[] {"claims", "access_token_claims", "id_token_claims"}) {
      requireInvalid(Map.of(member, many));
    }
    requireInvalid(Map.of("subject", "x".repeat(2049)));
    requireInvalid(Map.of("lifetime", 60, "name", "x".repeat(101)));
    requireInvalid(Map.of("lifetime", 60, "match", Map.of("client_id", "x".repeat(2049))));
    requireInvalid(Map.of("lifetime", 60, "match", Map.of("grant_type", "x".repeat(201))));
  }

  @Test
  void an_order_is_json() {
    assertThatProblem(http.post(SHAPES, RawHttp.FORM, "lifetime=60"))
        .is(UNSUPPORTED_MEDIA_TYPE, "invalid_request", "request.media_type");
    for (String body : new String[] {"", "{", "[]", "null", "7", "[".repeat(10_000)}) {
      Exchange answer = order(body);
      assertThat(answer.status()).as("%s", answer).isEqualTo(400);
      assertThat(answer.json().path("check").asText()).isIn("request.valid", "request.readable");
    }
  }

  @Test
  void a_page_of_another_origin_shapes_nothing() {
    Exchange answer = http.request("POST", SHAPES)
        .header("Content-Type", "application/json")
        .header("Origin", "https://evil.example")
        .body("{\"lifetime\":60}")
        .send();
    assertThat(answer.status()).as("%s", answer).isEqualTo(401);
    assertThat(shapes()).isEmpty();
  }

  private void requireInvalid(Map<String, ?> order) {
    assertThatProblem(order(Json.write(order))).is(BAD_REQUEST, "invalid_request", "request.valid");
  }
}
