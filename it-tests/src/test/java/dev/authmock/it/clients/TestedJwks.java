package dev.authmock.it.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the service tells of a {@code jwks_uri}, and what is asserted of it. */
record TestedJwks(Exchange answer) {

  static TestedJwks at(String jwksUri, RawHttp http) {
    Exchange answer = order(jwksUri, http);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().path("jwks_uri").asText()).isEqualTo(jwksUri);
    assertThat(answer.json().path("duration_ms").doubleValue()).isBetween(0.0, 5000.0);
    return new TestedJwks(answer);
  }

  static Exchange order(String jwksUri, RawHttp http) {
    return http.post(
        "/mock/jwks-tests", "application/json", Json.write(Map.of("jwks_uri", jwksUri)));
  }

  TestedJwks isAccepted() {
    assertThat(outcome()).as("%s", answer).isEqualTo("accepted");
    assertThat(checks())
        .containsExactly(
            "client_keys.reachable passed",
            "client_keys.readable passed",
            "client_keys.public passed");
    return this;
  }

  TestedJwks isRefused(String check) {
    assertThat(outcome()).as("%s", answer).isEqualTo("refused");
    assertThat(checks()).endsWith(check + " failed");
    assertThat(answer.json().path("keys").findValuesAsText("usable")).doesNotContain("true");
    return this;
  }

  TestedJwks saying(String part) {
    JsonNode checks = answer.json().path("checks");
    assertThat(checks.path(checks.size() - 1).path("actual").asText()).contains(part);
    return this;
  }

  JsonNode key(int index) {
    return answer.json().path("keys").path(index);
  }

  List<String> usable() {
    return answer.json().path("keys").findValuesAsText("usable");
  }

  private String outcome() {
    return answer.json().path("outcome").asText();
  }

  private List<String> checks() {
    List<String> checks = new ArrayList<>();
    answer
        .json()
        .path("checks")
        .forEach(check ->
            checks.add(check.path("id").asText() + " " + check.path("outcome").asText()));
    return checks;
  }
}
