package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import dev.authmock.sdk.control.model.Flow;
import dev.authmock.sdk.control.model.JournalEntry;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import dev.authmock.sdk.control.model.RecordedCheck;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthMockControlTest {

  private static final String ENTRY = """
      {"id": "7c9e", "url": "http://elsewhere:8080/journal/7c9e",
       "received_at": "2026-11-20T10:00:00.123Z", "duration_ms": 0.8, "method": "POST",
       "path": "/conformance/v3/auth-mock/token", "parameters": [], "outcome": "refused",
       "status": 400, "failed_check": "code_verifier.matches", "unheard_of": 1,
       "checks": [{"id": "code_verifier.matches", "statement": "They match.",
         "outcome": "failed", "expected": "E9Me", "actual": "secret, 43 characters",
         "reference": "RFC 7636, section 4.6", "reference_url": "https://www.rfc-editor.org/"}]}""";

  @Test
  void an_authorization_code_is_minted_to_order() throws IOException {
    try (FakePeer peer =
        FakePeer.answering(201, FakePeer.JSON, "{\"code\": \"c0de\", \"expires_in\": 300}")) {
      AuthorizationCodeOrder order =
          new AuthorizationCodeOrder().clientId("did:key:z2dmz").lifetime(60);

      assertThat(peer.client().control().mintAuthorizationCode(order).getCode()).isEqualTo("c0de");
      assertThat(peer.request().uri()).isEqualTo("/mock/authorization-codes");
      assertThat(peer.request().body())
          .contains("\"client_id\":\"did:key:z2dmz\"", "\"lifetime\":60");
    }
  }

  @Test
  void a_pre_authorized_code_is_minted_with_its_pin() throws IOException {
    try (FakePeer peer = FakePeer.answering(
        201,
        FakePeer.JSON,
        "{\"pre-authorized_code\": \"pre\", \"user_pin_required\": true, \"user_pin\": \"5910\","
            + " \"expires_in\": 300}")) {
      var minted = peer.client()
          .control()
          .mintPreAuthorizedCode(new PreAuthorizedCodeOrder().clientId("did:key:z2dmz"));

      assertThat(minted.getPreAuthorizedCode()).isEqualTo("pre");
      assertThat(minted.getUserPin()).isEqualTo("5910");
      assertThat(peer.request().uri()).isEqualTo("/mock/pre-authorized-codes");
    }
  }

  @Test
  void the_journal_is_listed_by_limit_client_flow_and_broken_rule() throws IOException {
    try (FakePeer peer =
        FakePeer.answering(200, FakePeer.JSON, "{\"total\": 7, \"entries\": [" + ENTRY + "]}")) {
      var page = peer.client()
          .control()
          .journal(JournalQuery.all()
              .withLimit(5)
              .withClientId("https://issuer.example/auth?a=1&b=+")
              .withFlow("3f2b")
              .withFailedCheck("code_verifier.matches"));

      assertThat(page.getTotal()).isEqualTo(7);
      assertThat(page.getEntries()).hasSize(1);
      assertThat(peer.request().uri())
          .isEqualTo("/mock/journal?limit=5"
              + "&client_id=https%3A%2F%2Fissuer.example%2Fauth%3Fa%3D1%26b%3D%2B"
              + "&flow=3f2b"
              + "&failed_check=code_verifier.matches");
    }
  }

  @Test
  void the_journal_is_listed_as_the_server_likes() throws IOException {
    try (FakePeer peer =
        FakePeer.answering(200, FakePeer.JSON, "{\"total\": 0, \"entries\": []}")) {
      assertThat(peer.client().control().journal().getEntries()).isEmpty();
      assertThat(peer.request().uri()).isEqualTo("/mock/journal");
    }
  }

  @Test
  void a_refusal_is_explained_by_its_entry_at_this_server() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, ENTRY)) {
      JournalEntry entry =
          peer.client().control().explain(refusal(URI.create("http://elsewhere/journal/7c9e")));

      assertThat(peer.request().uri()).isEqualTo("/journal/7c9e");
      assertThat(peer.request().header("Accept")).startsWith(FakePeer.JSON);
      assertThat(entry.getReceivedAt()).isEqualTo(Instant.parse("2026-11-20T10:00:00.123Z"));
      assertThat(entry.getChecks())
          .singleElement()
          .extracting(RecordedCheck::getExpected, RecordedCheck::getReference)
          .containsExactly("E9Me", "RFC 7636, section 4.6");
    }
  }

  @Test
  void a_flow_is_read_with_its_entries() throws IOException {
    String body = "{\"id\": \"3f2b\", \"outcome\": \"refused\", \"entries\": [" + ENTRY + "]}";
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, body)) {
      Flow flow = peer.client().control().readFlow("3f2b");

      assertThat(peer.request().uri()).isEqualTo("/flows/3f2b");
      assertThat(flow.getOutcome()).isEqualTo(Flow.OutcomeEnum.REFUSED);
      assertThat(flow.getEntries()).extracting(JournalEntry::getId).containsExactly("7c9e");
    }
  }

  @Test
  void a_refusal_without_a_record_can_not_be_explained() throws IOException {
    AuthMockControl control = AuthMockClient.create().control();

    assertThatThrownBy(() -> control.explain(refusal(null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("400 Bad Request");
    assertThatThrownBy(() -> control.readJournalEntry(URI.create("http://localhost/journal/")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void clearing_and_resetting_need_no_body() throws IOException {
    try (FakePeer peer = FakePeer.answering(204, "", "")) {
      peer.client().control().clearJournal();
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("DELETE/mock/journal");
    }
    try (FakePeer peer = FakePeer.answering(204, "", "")) {
      peer.client().control().reset();
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("POST/mock/reset");
    }
  }

  @Test
  void the_control_token_goes_with_control_requests() throws Exception {
    try (FakePeer peer = FakePeer.answering(204, "", "")) {
      withToken(peer).control().reset();
      assertThat(peer.request().header("Authorization")).isEqualTo("Bearer c0ntrol");
    }
    try (FakePeer peer = FakePeer.answering(204, "", "")) {
      withToken(peer).control().resetApi().reset();
      assertThat(peer.request().header("Authorization")).isEqualTo("Bearer c0ntrol");
    }
  }

  @Test
  void the_control_token_goes_with_no_other_requests() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, "{\"issuer\": \"http://as\"}")) {
      withToken(peer).metadata();
      assertThat(peer.request().headers()).doesNotContainKey("Authorization");
    }
  }

  private static AuthMockClient withToken(FakePeer peer) {
    return AuthMockClient.builder().baseUrl(peer.url()).controlToken("c0ntrol").build();
  }

  private static AuthMockException refusal(@Nullable URI instance) {
    return new AuthMockException(new ProblemDetails(
        URI.create("about:blank"),
        "Bad Request",
        400,
        "Bad request.",
        instance,
        null,
        null,
        null,
        Map.of()));
  }
}
