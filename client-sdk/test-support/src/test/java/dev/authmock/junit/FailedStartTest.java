package dev.authmock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

class FailedStartTest {

  @AuthMockTest(properties = "authmock.base-url=nonsense")
  static class NoUrl {
    @Test
    void never_runs() {}
  }

  @AuthMockTest(properties = "authmock.base-url")
  static class NoValue {
    @Test
    void never_runs() {}
  }

  @Test
  void the_tests_of_a_mock_that_does_not_start_fail_with_the_reason() {
    TestExecutionSummary run = Runs.of(Map.of(), NoUrl.class);

    assertThat(run.getTestsStartedCount()).isZero();
    assertThat(run.getFailures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.getException())
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("Auth Mock did not start: authmock.base-url must be a scheme, a host and"
                + " perhaps a port: https://mock.example"));
  }

  @Test
  void a_property_has_a_value() {
    TestExecutionSummary run = Runs.of(Map.of(), NoValue.class);

    assertThat(run.getFailures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.getException())
            .isInstanceOf(ExtensionConfigurationException.class)
            .hasMessageContaining("authmock.base-url"));
  }

  @Test
  void a_port_that_is_taken_is_named() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      Settings settings = new Settings(Map.of("micronaut.server.port", taken.getLocalPort()));

      Assertions.assertThatThrownBy(() -> Server.start(settings, stopped -> {}))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Auth Mock did not start: ")
          .hasMessageContaining(String.valueOf(taken.getLocalPort()));
    }
  }
}
