package dev.authmock.it.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import java.util.Map;

/** The verdict that a request would get, and what is asserted of it. */
record Rehearsal(Exchange answer) {
  static final String PATH = "/mock/evaluations";

  static Rehearsal of(String request, RawHttp http) {
    Exchange answer = order(request, http);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.header("cache-control")).contains("no-store");
    return new Rehearsal(answer);
  }

  static Exchange order(String request, RawHttp http) {
    return http.post(PATH, "application/json", Json.write(Map.of("request", request)));
  }

  Rehearsal isAccepted() {
    assertThat(json().path("outcome").asText()).as("%s", answer).isEqualTo("accepted");
    assertThat(json().path("status").intValue()).isEqualTo(200);
    assertThat(json().has("failed_check")).isFalse();
    assertThat(json().has("problem")).isFalse();
    return this;
  }

  Rehearsal isRefused(int status, String check) {
    assertThat(json().path("failed_check").asText("none")).as("%s", answer).isEqualTo(check);
    assertThat(json().path("outcome").asText()).isEqualTo("refused");
    assertThat(json().path("status").intValue()).isEqualTo(status);
    return this;
  }

  Rehearsal saying(String part) {
    assertThat(json().path("problem").path("error_description").asText()).contains(part);
    return this;
  }

  /** Asserts that this is what the endpoint answered: its problem, and each rule that it tried. */
  void foretold(Exchange real, RawHttp http) {
    if (real.status() == 200) {
      isAccepted();
      return;
    }
    JsonNode problem = real.json();
    isRefused(real.status(), problem.path("check").asText());
    ObjectNode occurrence = problem.deepCopy();
    String instance = occurrence.remove("instance").asText();
    assertThat(json().path("problem")).isEqualTo(occurrence);
    JsonNode entry = http.get(instance).json();
    for (String member : new String[] {"checks", "parameters", "jwts", "flow", "flow_url"}) {
      assertThat(json().path(member)).as(member).isEqualTo(entry.path(member));
    }
  }

  JsonNode json() {
    return answer.json();
  }
}
