package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.sdk.control.model.Health;
import dev.authmock.sdk.control.model.HealthComponent;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsControlTest {

  private static final String HEALTH = """
      {"status": "%s", "components": [{"name": "signing", "status": "%1$s", "detail": "ES256"}]}""";

  @Test
  void the_health_is_read() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, HEALTH.formatted("UP"))) {
      Health health = peer.client().control().operations().health();

      assertThat(health.getStatus()).isEqualTo(Health.StatusEnum.UP);
      assertThat(health.getComponents())
          .extracting(HealthComponent::getName)
          .containsExactly("signing");
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("GET/health");
    }
  }

  @Test
  void a_server_that_is_down_says_so_too() throws IOException {
    try (FakePeer peer = FakePeer.answering(503, FakePeer.JSON, HEALTH.formatted("DOWN"))) {
      assertThat(peer.client().control().operations().health().getStatus())
          .isEqualTo(Health.StatusEnum.DOWN);
    }
  }

  @Test
  void a_proxy_that_is_down_is_no_auth_mock() throws IOException {
    for (String body : new String[] {"<html>", "{\"code\": 503}", ""}) {
      try (FakePeer peer = FakePeer.answering(503, FakePeer.JSON, body)) {
        OperationsControl operations = peer.client().control().operations();

        assertThatThrownBy(operations::health).isInstanceOf(AuthMockUnavailableException.class);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain; version=0.0.4; charset=utf-8",
        "TEXT/PLAIN",
        "application/openmetrics-text; version=1.0.0"
      })
  void the_metrics_may_come_in_each_text_format_of_prometheus(String contentType)
      throws IOException {
    try (FakePeer peer = FakePeer.answering(200, contentType, "authmock_requests_total 7\n")) {
      assertThat(peer.client().control().operations().metrics()).startsWith("authmock_");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text/html;charset=utf-8, with text/html that is no metrics",
    "application/json, with application/json that is no metrics",
    "'', without a Content-Type"
  })
  void the_page_of_a_proxy_is_no_metrics(String contentType, String reason) throws IOException {
    try (FakePeer peer = FakePeer.answering(200, contentType, "<html>Log in</html>")) {
      OperationsControl operations = peer.client().control().operations();

      assertThatThrownBy(operations::metrics)
          .isInstanceOf(AuthMockUnavailableException.class)
          .hasMessageEndingWith("status 200 " + reason);
    }
  }

  @Test
  void the_metrics_are_text() throws IOException {
    String text = "# HELP authmock_requests_total\nauthmock_requests_total 7\n";
    try (FakePeer peer = FakePeer.answering(200, "text/plain", text)) {
      assertThat(peer.client().control().operations().metrics()).isEqualTo(text);
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("GET/prometheus");
      assertThat(peer.request().header("Accept")).startsWith("text/plain");
    }
  }
}
