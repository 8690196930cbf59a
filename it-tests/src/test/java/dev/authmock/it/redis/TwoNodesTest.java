package dev.authmock.it.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.sdk.AuthMockClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;

/** Two nodes on one Redis, the same for all tests of a JVM, and as if started afresh before each. */
abstract class TwoNodesTest {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** One node. */
  static final Node A = Node.start("two-nodes", Map.of());

  /** The other node. */
  static final Node B = Node.start("two-nodes", Map.of());

  /** A client whose requests go to both in turn. */
  final AuthMockClient inTurn = Node.sdkTo(A, B);

  @BeforeEach
  final void startAfresh() {
    A.sdk().control().reset();
    B.sdk().control().reset();
  }

  /** Lets time pass at both. */
  final void advance(Duration duration) {
    A.sdk().control().clock().advance(duration);
    B.sdk().control().clock().advance(duration);
  }

  /** Waits for what a node hears of the other behind the requests. */
  static void awaitThat(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + LIMIT_NANOS;
    boolean seen = holds.getAsBoolean();
    while (!seen && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
      seen = holds.getAsBoolean();
    }
    assertThat(seen).as(what).isTrue();
  }
}
