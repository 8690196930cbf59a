package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.sdk.FakePeer.Answer;
import dev.authmock.sdk.control.model.EvaluatedRequest;
import dev.authmock.sdk.control.model.JournalEntry;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LastEvaluationTest {

  private static final String MINTED = entry("m1nt", "");
  private static final String REDEEMED = entry("7c9e", "\"endpoint\": \"token\",");

  private static String entry(String id, String endpoint) {
    return """
        {"id": "%s", "url": "http://localhost/journal/%1$s", %s
         "received_at": "2026-11-20T10:00:00.123Z", "duration_ms": 0.8, "method": "POST",
         "path": "/", "parameters": [], "outcome": "accepted", "status": 200, "checks": []}""".formatted(id, endpoint);
  }

  private static FakePeer journal(String... entries) throws IOException {
    return FakePeer.answering(request -> {
      long limit = Long.parseLong(request.query().get("limit"));
      return Answer.json(IntStream.range(0, entries.length)
          .limit(limit)
          .mapToObj(i -> entries[i])
          .collect(Collectors.joining(", ", "{\"total\": 2000, \"entries\": [", "]}")));
    });
  }

  @Test
  void it_is_the_newest_request_that_is_no_order_of_a_tester() throws IOException {
    try (FakePeer peer = journal(MINTED, REDEEMED)) {
      assertThat(peer.client().control().lastEvaluation())
          .hasValueSatisfying(entry -> assertThat(entry.getId()).isEqualTo("7c9e"));
      assertThat(peer.request().uri()).isEqualTo("/mock/journal?limit=10");
    }
  }

  @Test
  void it_is_found_behind_many_orders_of_a_tester() throws IOException {
    String[] entries = new String[500];
    Arrays.fill(entries, MINTED);
    entries[499] = REDEEMED;
    try (FakePeer peer = journal(entries)) {
      assertThat(peer.client().control().lastEvaluation())
          .map(JournalEntry::getId)
          .contains("7c9e");
    }
  }

  @Test
  void there_may_be_none() throws IOException {
    try (FakePeer peer = journal(MINTED)) {
      assertThat(peer.client().control().lastEvaluation()).isEmpty();
    }
  }

  @Test
  void it_may_be_asked_for_one_client() throws IOException {
    try (FakePeer peer = journal(REDEEMED)) {
      assertThat(peer.client().control().lastEvaluation("did:key:z2")).isPresent();
      assertThat(peer.request().query()).containsEntry("client_id", "did:key:z2");
    }
  }

  @Test
  void a_token_request_is_evaluated_without_being_sent() throws IOException {
    String answer = """
        {"outcome": "refused", "status": 400, "failed_check": "code.known", "parameters": [],
         "jwts": [], "checks": []}""";
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, answer)) {
      EvaluatedRequest verdict =
          peer.client().control().evaluate("grant_type=authorization_code&code=c0de");

      assertThat(verdict.getOutcome()).isEqualTo(EvaluatedRequest.OutcomeEnum.REFUSED);
      assertThat(verdict.getFailedCheck()).isEqualTo("code.known");
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("POST/mock/evaluations");
      assertThat(peer.request().body())
          .isEqualTo("{\"request\":\"grant_type=authorization_code&code=c0de\"}");
    }
  }
}
