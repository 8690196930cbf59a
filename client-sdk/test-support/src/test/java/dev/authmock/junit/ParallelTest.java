package dev.authmock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class ParallelTest {

  private static final Set<String> MOCKS = ConcurrentHashMap.newKeySet();

  @AuthMockTest
  abstract static class Fixture {

    private final AuthMock mock;

    Fixture(AuthMock mock) {
      this.mock = mock;
      MOCKS.add(mock.baseUrl());
    }

    @BeforeEach
    void find_nothing_of_others() {
      assertThat(mock.control().journal().getTotal()).isZero();
    }

    @RepeatedTest(5)
    void see_only_what_it_did_itself(AuthMock same) {
      assertThat(same).isSameAs(mock);
      Requests.redeem(mock);
      Requests.redeem(mock);
      assertThat(mock.control().journal().getEntries())
          .filteredOn(entry -> entry.getEndpoint() != null)
          .hasSize(2);
    }
  }

  static class One extends Fixture {
    One(AuthMock mock) {
      super(mock);
    }
  }

  static class Another extends Fixture {
    Another(AuthMock mock) {
      super(mock);
    }
  }

  @Test
  void classes_run_in_parallel_and_tests_of_one_class_take_turns() {
    TestExecutionSummary run = Runs.of(
        Map.of(
            "junit.jupiter.execution.parallel.enabled", "true",
            "junit.jupiter.execution.parallel.mode.default", "concurrent",
            "junit.jupiter.execution.parallel.config.strategy", "fixed",
            "junit.jupiter.execution.parallel.config.fixed.parallelism", "6"),
        One.class,
        Another.class);

    assertThat(run.getFailures()).isEmpty();
    assertThat(run.getTestsSucceededCount()).isEqualTo(10);
    assertThat(MOCKS).hasSize(2);
  }
}
