package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.sdk.control.model.Report;
import dev.authmock.sdk.control.model.ReportSummary;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportControlTest {

  @ParameterizedTest
  @CsvSource({
    "https://issuer.example/auth?a=1&b=+ c, https%3A%2F%2Fissuer.example%2Fauth%3Fa%3D1%26b%3D%2B%20c",
    "did:key:z2dmzD81cgPx8, did%3Akey%3Az2dmzD81cgPx8",
    "did:web:ä.example%3A8443, did%3Aweb%3A%C3%A4.example%253A8443"
  })
  void the_client_is_one_segment_of_the_path(String client, String segment) throws IOException {
    String answer = """
        {"client": "c", "made_at": "2026-11-20T10:00:00Z", "first_seen_at": "2026-11-20T10:00:00Z",
         "last_seen_at": "2026-11-20T10:00:00Z", "tests": [], "endpoints": []}""";
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, answer)) {
      Report report = peer.client().control().reports().read(client);

      assertThat(report.getTests()).isEmpty();
      assertThat(peer.request().method() + peer.request().uri())
          .isEqualTo("GET/mock/reports/" + segment);
      assertThat(peer.request().header("Accept")).startsWith(FakePeer.JSON);
    }
  }

  @Test
  void the_clients_that_have_a_report_are_listed() throws IOException {
    String answer = """
        {"reports": [{"client": "did:key:z2", "url": "http://localhost/mock/reports/did%3Akey%3Az2",
         "last_seen_at": "2026-11-20T10:00:00Z", "passed": 7, "failed": 1}]}""";
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, answer)) {
      assertThat(peer.client().control().reports().list())
          .extracting(ReportSummary::getClient)
          .containsExactly("did:key:z2");
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("GET/mock/reports");
    }
  }
}
