package dev.authmock.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.authmock.check.RefusedException;
import io.lettuce.core.api.sync.RedisCommands;
import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerHttpRequestContext;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A request waits for two commands of a slow Redis and not for a third. */
class PatienceTest {
  private static final Duration TIMEOUT = Duration.ofMillis(1600);
  private static final Duration LATE = Duration.ofMillis(500);
  private static final Duration TOO_LATE = Duration.ofMillis(1500);
  private static final String TOO_SLOW = "Redis answers too slowly";

  private static final RedisScript TAKE = new RedisScript("""
      redis.call('HSET', KEYS[1], ARGV[1], 'taken')
      return {}
      """);

  private static final RedisScript GIVE_BACK = new RedisScript("""
      redis.call('HSET', KEYS[1], ARGV[1], 'given back')
      return {}
      """);

  private TestRedis server;
  private RedisCommands<String, String> admin;
  private Redis redis;

  @BeforeEach
  void start() throws Exception {
    server = TestRedis.start();
    admin = server.commands();
    RedisConfiguration configuration = new RedisConfiguration();
    configuration.setTimeout(TIMEOUT);
    redis = TestRedis.connect(server.uri(), configuration);
    redis.run(TAKE, "key", "known");
    redis.run(GIVE_BACK, "key", "known");
  }

  @AfterEach
  void stop() throws Exception {
    redis.close();
    server.close();
  }

  @Test
  void all_commands_of_one_request_together_have_a_quarter_more_time_than_one() {
    long began = System.nanoTime();
    inOneRequest(() -> {
      slowly(LATE, () -> redis.get("a"));
      slowly(LATE, () -> redis.get("a"));
      assertThat(refusal(() -> slowly(TOO_LATE, () -> redis.get("a")))).isEqualTo(TOO_SLOW);
      long over = System.nanoTime();
      assertThat(refusal(() -> redis.get("a"))).isEqualTo(TOO_SLOW);
      assertThat(since(over)).isLessThan(Duration.ofMillis(100));
    });

    assertThat(since(began)).isBetween(Duration.ofMillis(2000), Duration.ofMillis(3500));
    inOneRequest(() -> assertThat(redis.get("a")).as("of another request").isNull());
  }

  @Test
  void what_was_cut_short_is_taken_back_although_its_request_is_over() {
    inOneRequest(() -> {
      slowly(LATE, () -> redis.get("a"));
      slowly(LATE, () -> redis.get("a"));
      assertThat(refusal(() -> slowly(TOO_LATE, () -> redis.run(TAKE, GIVE_BACK, "key", "lost"))))
          .isEqualTo(TOO_SLOW);
    });

    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!"given back".equals(admin.hget("key", "lost"))) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }

  @Test
  void a_request_that_deletes_many_keys_waits_for_each_page_of_them() {
    inOneRequest(() -> IntStream.range(0, 3)
        .forEach(i -> slowly(LATE.multipliedBy(2), () -> redis.delete(List.of("a")))));
  }

  private void slowly(Duration late, Runnable use) {
    admin.clientPause(late.toMillis());
    use.run();
  }

  private static void inOneRequest(Runnable work) {
    try (PropagatedContext.Scope scope = PropagatedContext.getOrEmpty()
        .plus(new ServerHttpRequestContext(HttpRequest.GET("/")))
        .propagate()) {
      work.run();
    }
  }

  private static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }

  private static String refusal(Runnable use) {
    RefusedException refused = catchThrowableOfType(RefusedException.class, use::run);
    assertThat(refused).isNotNull();
    return refused.difference().actual();
  }
}
