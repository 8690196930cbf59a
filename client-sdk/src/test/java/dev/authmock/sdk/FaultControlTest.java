package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.sdk.control.model.Endpoint;
import dev.authmock.sdk.control.model.Fault;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FaultControlTest {

  private static final String FAULT = """
      {"name": "outage", "kind": "problem", "match": {"endpoint": "token"}, "injected": 1,
       "ended": false, "created_at": "2026-11-20T10:00:00Z", "problem": "internal-server-error",
       "times": 2}""";

  @Test
  void a_fault_is_injected_to_order() throws IOException {
    try (FakePeer peer = FakePeer.answering(201, FakePeer.JSON, FAULT)) {
      Fault fault = peer.client()
          .control()
          .faults()
          .inject(Faults.problem("internal-server-error").match(Faults.at(Endpoint.TOKEN)));

      assertThat(fault.getName()).isEqualTo("outage");
      assertThat(fault.getMatch().getEndpoint()).isEqualTo(Endpoint.TOKEN);
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("POST/mock/faults");
      assertThat(peer.request().body())
          .isEqualTo("{\"kind\":\"problem\",\"match\":{\"endpoint\":\"token\"},"
              + "\"problem\":\"internal-server-error\"}");
    }
  }

  @Test
  void faults_are_listed_and_read() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, "{\"faults\": [" + FAULT + "]}")) {
      assertThat(peer.client().control().faults().list())
          .extracting(Fault::getInjected)
          .containsExactly(1);
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("GET/mock/faults");
    }
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, FAULT)) {
      assertThat(peer.client().control().faults().read("a b/c").getTimes()).isEqualTo(2);
      assertThat(peer.request().uri()).isEqualTo("/mock/faults/a%20b%2Fc");
    }
  }

  @Test
  void faults_are_removed() throws IOException {
    try (FakePeer peer = FakePeer.answering(204, "", "")) {
      peer.client().control().faults().remove("outage");
      assertThat(peer.request().method() + peer.request().uri())
          .isEqualTo("DELETE/mock/faults/outage");
    }
    try (FakePeer peer = FakePeer.answering(204, "", "")) {
      peer.client().control().faults().removeAll();
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("DELETE/mock/faults");
    }
  }

  @Test
  void a_fault_that_is_not_there_is_a_refusal() throws IOException {
    try (FakePeer peer = FakePeer.answering(
        404, FakePeer.PROBLEM_JSON, "{\"title\": \"Not Found\", \"status\": 404}")) {
      FaultControl faults = peer.client().control().faults();

      assertThatThrownBy(() -> faults.read("gone"))
          .isInstanceOfSatisfying(
              AuthMockException.class,
              refused -> assertThat(refused.problem().status()).isEqualTo(404));
    }
  }

  @Test
  void json_of_some_other_server_is_no_fault() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, "{\"status\": \"ok\"}")) {
      FaultControl faults = peer.client().control().faults();

      assertThatThrownBy(faults::list).isInstanceOf(AuthMockUnavailableException.class);
    }
  }
}
