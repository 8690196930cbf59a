package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.sdk.control.model.ProblemType;
import dev.authmock.sdk.control.model.Rule;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ReferenceControlTest {

  private static final String RULE = """
      {"id": "code_verifier.matches", "statement": "They match.", "error": "invalid_grant",
       "reference": "RFC 7636, section 4.6", "reference_url": "https://www.rfc-editor.org/"}""";
  private static final String PROBLEM = """
      {"type": "http://localhost/problems/bad-request", "title": "Bad Request", "status": 400,
       "detail": "Bad request.", "meaning": "It is.", "checks": [%s]}""".formatted(RULE);

  @Test
  void the_rules_are_listed() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, "{\"checks\": [" + RULE + "]}")) {
      assertThat(peer.client().control().reference().checks())
          .extracting(Rule::getId)
          .containsExactly("code_verifier.matches");
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("GET/docs/checks");
      assertThat(peer.request().header("Accept")).startsWith(FakePeer.JSON);
    }
  }

  @Test
  void the_kinds_of_problem_are_listed_and_read() throws IOException {
    try (FakePeer peer =
        FakePeer.answering(200, FakePeer.JSON, "{\"problems\": [" + PROBLEM + "]}")) {
      assertThat(peer.client().control().reference().problemTypes())
          .extracting(ProblemType::getStatus)
          .containsExactly(400);
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("GET/problems");
    }
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, PROBLEM)) {
      assertThat(peer.client().control().reference().problemType("bad-request").getChecks())
          .hasSize(1);
      assertThat(peer.request().uri()).isEqualTo("/problems/bad-request");
    }
  }
}
