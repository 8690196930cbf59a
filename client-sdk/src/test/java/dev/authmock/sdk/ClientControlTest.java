package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.sdk.conformance.model.ClientMetadata;
import dev.authmock.sdk.control.model.JwksTest;
import dev.authmock.sdk.control.model.ManagedClient;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientControlTest {

  private static final String CLIENT = """
      {"id": "4f2a", "client_id": "https://c.example", "redirect_uris": ["https://c.example/cb"],
       "configured": false, "registered_at": "2026-11-20T10:00:00Z"}""";

  private final ClientMetadata metadata = new ClientMetadata()
      .clientId(URI.create("https://c.example"))
      .redirectUris(List.of("https://c.example/cb"));

  @Test
  void clients_are_listed_and_read() throws IOException {
    try (FakePeer peer =
        FakePeer.answering(200, FakePeer.JSON, "{\"clients\": [" + CLIENT + "]}")) {
      assertThat(peer.client().control().clients().list())
          .extracting(ManagedClient::getId)
          .containsExactly("4f2a");
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("GET/mock/clients");
    }
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, CLIENT)) {
      assertThat(peer.client().control().clients().read("4f2a").getConfigured()).isFalse();
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("GET/mock/clients/4f2a");
    }
  }

  @Test
  void a_client_is_added_and_replaced() throws IOException {
    try (FakePeer peer = FakePeer.answering(201, FakePeer.JSON, CLIENT)) {
      assertThat(peer.client().control().clients().add(metadata).getId()).isEqualTo("4f2a");
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("POST/mock/clients");
      assertThat(peer.request().body()).contains("\"redirect_uris\":[\"https://c.example/cb\"]");
    }
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, CLIENT)) {
      assertThat(peer.client().control().clients().replace("4f2a", metadata).getClientId())
          .isEqualTo("https://c.example");
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("PUT/mock/clients/4f2a");
    }
  }

  @Test
  void a_client_is_removed() throws IOException {
    try (FakePeer peer = FakePeer.answering(204, "", "")) {
      peer.client().control().clients().remove("4f2a");
      assertThat(peer.request().method() + peer.request().uri())
          .isEqualTo("DELETE/mock/clients/4f2a");
    }
  }

  @Test
  void a_jwks_uri_is_tested() throws IOException {
    String answer = """
        {"jwks_uri": "https://c.example/jwks", "outcome": "refused", "duration_ms": 12.5,
         "checks": [], "keys": []}""";
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, answer)) {
      JwksTest test =
          peer.client().control().clients().testJwksUri(URI.create("https://c.example/jwks"));

      assertThat(test.getOutcome()).isEqualTo(JwksTest.OutcomeEnum.REFUSED);
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("POST/mock/jwks-tests");
      assertThat(peer.request().body()).isEqualTo("{\"jwks_uri\":\"https://c.example/jwks\"}");
    }
  }
}
