package dev.authmock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

class StartStopTimeTest {

  private static final Settings DEFAULTS = new Settings(Map.of());

  @BeforeAll
  static void first_start_in_this_jvm_unless_another_test_came_before() throws Exception {
    System.out.println(
        "Auth Mock: first start and stop here, in ms: " + startAndStop().toMillis());
  }

  @RepeatedTest(5)
  void from_start_to_stop_it_takes_less_than_two_seconds() throws Exception {
    Duration time = startAndStop();

    System.out.println("Auth Mock: start and stop, in ms: " + time.toMillis());
    assertThat(time).isLessThan(Duration.ofSeconds(2));
  }

  /** The time of the start and that of the stop; a request between them shows that it is there. */
  private static Duration startAndStop() throws Exception {
    long begun = System.nanoTime();
    Server server = Server.start(DEFAULTS, stopped -> {});
    long started = System.nanoTime();
    Requests.redeem(server.mock());
    long stopping = System.nanoTime();
    server.close();
    return Duration.ofNanos(started - begun + System.nanoTime() - stopping);
  }
}
