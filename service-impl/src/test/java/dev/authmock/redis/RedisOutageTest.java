package dev.authmock.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.redis.RedisFailure.Extent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** The log says what is the matter with Redis, and says it once. */
class RedisOutageTest {
  private static final RedisFailure AWAY = new RedisFailure("away", Extent.ALL, true, true);
  private static final RedisFailure FULL = new RedisFailure("full", Extent.SOME, false, false);
  private static final RedisFailure SLOW = new RedisFailure("slow", Extent.ONE, false, true);

  private static final String IS_AWAY = "WARN Redis at redis.example:6379 can't be used: away";
  private static final String IS_BACK = "INFO Redis at redis.example:6379 can be used again";
  private static final String IS_FULL =
      "WARN Redis at redis.example:6379 did not do what it was asked for: full";
  private static final String IS_SLOW =
      "WARN Redis at redis.example:6379 did not do what it was asked for: slow";

  private final Lines log = new Lines();
  private long nanos;
  private final RedisOutage outage = new RedisOutage("redis.example:6379", log, () -> nanos);

  @Test
  void going_away_and_coming_back_are_told_once() {
    outage.failed(AWAY);
    outage.failed(AWAY);
    outage.worked();
    outage.worked();

    assertThat(log.lines).containsExactly(IS_AWAY, IS_BACK);
  }

  @Test
  void commands_fail_at_once_for_a_moment_after_redis_went_away() {
    outage.failed(AWAY);
    assertThat(outage.now()).isEqualTo(AWAY);

    pass(Duration.ofMillis(250));
    assertThat(outage.now()).isNull();

    outage.failed(AWAY);
    outage.worked();
    assertThat(outage.now()).isNull();
  }

  @Test
  void what_fails_between_things_that_work_is_told_once_a_minute() {
    for (int second = 0; second <= 61; second++) {
      outage.failed(FULL);
      outage.worked();
      outage.failed(SLOW);
      assertThat(outage.now()).isNull();
      pass(Duration.ofSeconds(1));
    }

    assertThat(log.lines).containsExactly(IS_FULL, IS_SLOW, IS_FULL, IS_SLOW);
  }

  @Test
  void an_outage_ends_only_when_something_works() {
    outage.failed(AWAY);
    outage.failed(FULL);
    outage.failed(AWAY);
    outage.worked();

    assertThat(log.lines).containsExactly(IS_AWAY, IS_FULL, IS_BACK);
  }

  private void pass(Duration duration) {
    nanos += duration.toNanos();
  }

  /** A log whose lines can be read. */
  private static final class Lines extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines = new ArrayList<>();

    @Override
    public boolean isTraceEnabled() {
      return true;
    }

    @Override
    public boolean isDebugEnabled() {
      return true;
    }

    @Override
    public boolean isInfoEnabled() {
      return true;
    }

    @Override
    public boolean isWarnEnabled() {
      return true;
    }

    @Override
    public boolean isErrorEnabled() {
      return true;
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
      return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
        Level level,
        @Nullable Marker marker,
        String message,
        Object @Nullable [] arguments,
        @Nullable Throwable thrown) {
      lines.add(level + " " + MessageFormatter.basicArrayFormat(message, arguments));
    }
  }
}
