package dev.authmock.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.check.Check;
import dev.authmock.check.Difference;
import dev.authmock.check.Finding;
import dev.authmock.check.TokenCheck;
import dev.authmock.journal.JournalEntry;
import dev.authmock.metrics.RequestCounts.Outcome;
import dev.authmock.metrics.RequestCounts.Times;
import dev.authmock.server.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequestCountsTest {
  private static final String TOKEN = "/conformance/v3/auth-mock/token";

  private final RequestCounts counts = new RequestCounts();

  @Test
  void requests_are_counted_by_endpoint_status_and_broken_rule() {
    counts.added(entry(TOKEN, 200, null, List.of()));
    counts.added(entry(TOKEN, 200, null, List.of()));
    counts.added(entry(TOKEN, 400, TokenCheck.CODE_KNOWN, List.of()));

    assertThat(count(Endpoint.TOKEN, 200, null)).isEqualTo(2);
    assertThat(count(Endpoint.TOKEN, 400, TokenCheck.CODE_KNOWN)).isEqualTo(1);
    Times taken = Objects.requireNonNull(counts.times().get(Endpoint.TOKEN));
    assertThat(taken.count().sum()).isEqualTo(3);
    assertThat(taken.nanos().sum()).isEqualTo(6_000_000);
  }

  @Test
  void requests_on_which_no_rule_was_tried_are_counted_too() {
    counts.answered("/conformance/v3/auth-mock/jwks", 200);

    assertThat(count(Endpoint.JWKS, 200, null)).isEqualTo(1);
  }

  @Test
  void paths_that_a_client_makes_up_are_one() {
    for (int i = 0; i < 10; i++) {
      counts.answered("/made-up/" + i, 404);
    }

    assertThat(counts.requests()).hasSize(1);
    assertThat(count(null, 404, null)).isEqualTo(10);
  }

  @Test
  void faults_are_counted() {
    counts.added(entry(TOKEN, 500, null, List.of("one", "two")));

    assertThat(counts.faults().sum()).isEqualTo(2);
  }

  private long count(@Nullable Endpoint endpoint, int status, @Nullable Check failed) {
    return counts
        .requests()
        .getOrDefault(
            new Outcome(endpoint, status, failed == null ? null : failed.id()), new LongAdder())
        .sum();
  }

  private static JournalEntry entry(
      String path, int status, @Nullable Check failed, List<String> faults) {
    return new JournalEntry(
        "id",
        Instant.EPOCH,
        Duration.ofMillis(2),
        "POST",
        path,
        null,
        null,
        null,
        Map.of(),
        List.of(),
        Map.of(),
        List.of(),
        faults,
        status,
        null,
        failed == null
            ? List.of()
            : List.of(new Finding(failed, new Difference("one", "another"))));
  }
}
