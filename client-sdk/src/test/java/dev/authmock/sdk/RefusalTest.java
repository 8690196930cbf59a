package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalTest {

  private static final PreAuthorizedCodeGrant GRANT = PreAuthorizedCodeGrant.of("s3cret-code");

  @ParameterizedTest
  @ValueSource(strings = {FakePeer.PROBLEM_JSON, FakePeer.JSON})
  void a_refusal_carries_its_problem_in_both_media_types(String mediaType) throws IOException {
    String body = """
        {"type": "http://localhost:8080/problems/unauthorized", "title": "Unauthorized",
         "status": 401, "detail": "You are not authorized to access the resources.",
         "instance": "http://localhost:8080/journal/1a2b", "error": "invalid_client",
         "error_description": "No key has this kid.", "check": "client_assertion.kid",
         "tries_left": 4}""";
    try (FakePeer peer = FakePeer.answering(401, mediaType, body)) {
      AuthMockException refused =
          catchThrowableOfType(AuthMockException.class, () -> peer.client().redeem(GRANT));

      assertThat(refused)
          .hasMessage(
              "401 Unauthorized: invalid_client (client_assertion.kid): No key has this kid."
                  + " – explained at http://localhost:8080/journal/1a2b");
      assertThat(refused.problem().status()).isEqualTo(401);
      assertThat(refused.problem().instance())
          .isEqualTo(URI.create("http://localhost:8080/journal/1a2b"));
      assertThat(refused.problem().check()).isEqualTo("client_assertion.kid");
      assertThat(refused.problem().extensions()).containsEntry("tries_left", 4);
    }
  }

  @Test
  void an_error_code_of_the_future_is_no_obstacle() throws IOException {
    try (FakePeer peer = FakePeer.answering(
        400, FakePeer.PROBLEM_JSON, "{\"title\":\"Bad Request\",\"error\":\"use_dpop_nonce\"}")) {
      AuthMockException refused =
          catchThrowableOfType(AuthMockException.class, () -> peer.client().redeem(GRANT));

      assertThat(refused.problem().error()).isEqualTo("use_dpop_nonce");
    }
  }

  @Test
  void a_refusal_of_the_control_plane_is_of_the_same_kind() throws IOException {
    try (FakePeer peer = FakePeer.answering(
        404,
        FakePeer.PROBLEM_JSON,
        "{\"title\":\"Not Found\",\"status\":404,\"detail\":\"No such entry.\"}")) {
      AuthMockException refused = catchThrowableOfType(
          AuthMockException.class, () -> peer.client().control().readJournalEntry("gone"));

      assertThat(refused).hasMessage("404 Not Found: No such entry.");
      assertThat(refused.problem().type()).isEqualTo(URI.create("about:blank"));
    }
  }
}
