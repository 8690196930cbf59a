package dev.authmock.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.RefusedException;
import io.lettuce.core.api.sync.RedisCommands;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What nobody knows the end of is undone as soon as Redis answers again. */
class UndoingsTest {
  private static final RedisScript TAKE = new RedisScript("""
      redis.call('HSET', KEYS[1], ARGV[1], 'taken')
      return {}
      """);

  private static final RedisScript GIVE_BACK = new RedisScript("""
      redis.call('HSET', KEYS[1], ARGV[1], 'given back')
      return {}
      """);

  @Test
  void what_timed_out_is_undone_when_redis_answers_again() throws Exception {
    try (TestRedis server = TestRedis.start()) {
      Redis redis = connect(server);
      redis.run(TAKE, GIVE_BACK, "key", "heard");
      RedisCommands<String, String> admin = server.commands();
      admin.clientPause(700);

      assertThatThrownBy(() -> redis.run(TAKE, GIVE_BACK, "key", "lost"))
          .isInstanceOf(RefusedException.class);

      await(() -> "given back".equals(admin.hget("key", "lost")));
      assertThat(admin.hget("key", "heard")).isEqualTo("taken");
      redis.close();
    }
  }

  @Test
  void what_redis_refused_is_not_undone() throws Exception {
    try (TestRedis server = TestRedis.start()) {
      Redis redis = connect(server);
      RedisCommands<String, String> admin = server.commands();
      admin.lpush("key", "precious");

      assertThatThrownBy(() -> redis.run(TAKE, GIVE_BACK, "key", "refused"))
          .isInstanceOf(RefusedException.class);
      admin.del("key");
      redis.close();

      assertThat(admin.exists("key")).isZero();
    }
  }

  @Test
  void what_redis_was_never_asked_for_is_not_undone() throws Exception {
    try (TestRedis server = TestRedis.start()) {
      Redis redis = connect(server);
      redis.requireAnswer();
      server.stop();
      await(() ->
          refusal(redis::requireAnswer).equals("nothing accepts connections where Redis is to be"));
      try (ServerSocket mute =
          new ServerSocket(server.port(), 50, InetAddress.getLoopbackAddress())) {
        assertThat(mute.isBound()).isTrue();
        await(() -> refusal(() -> redis.run(TAKE, GIVE_BACK, "key", "never sent"))
            .equals("Redis does not answer in time"));
      }

      server.startAgain();
      await(() -> refusal(redis::requireAnswer).isEmpty());
      redis.close();

      assertThat(server.commands().exists("key")).isZero();
    }
  }

  @Test
  void what_is_left_at_the_end_is_tried_once_more() throws Exception {
    try (TestRedis server = TestRedis.start()) {
      Redis redis = TestRedis.connect(server.uri(), TestRedis.ofItsOwn());
      redis.requireAnswer();
      Undoings undoings = new Undoings(redis);
      undoings.add(GIVE_BACK, "key", "lost");

      undoings.close();

      assertThat(server.commands().hget("key", "lost")).isEqualTo("given back");
      redis.close();
    }
  }

  /** What came in the place of an answer; empty where one came. */
  private static String refusal(Runnable use) {
    try {
      use.run();
      return "";
    } catch (RefusedException e) {
      return e.difference().actual();
    }
  }

  @Test
  void what_just_failed_is_tried_until_the_end() throws Exception {
    try (TestRedis server = TestRedis.start()) {
      Redis redis = connect(server);
      redis.requireAnswer();
      RedisCommands<String, String> admin = server.commands();
      admin.clientPause(700);
      assertThat(refusal(() -> redis.run(TAKE, GIVE_BACK, "key", "lost"))).isNotEmpty();

      redis.close();

      assertThat(admin.hget("key", "lost")).isEqualTo("given back");
    }
  }

  @Test
  void the_end_does_not_wait_for_a_redis_that_says_nothing() throws Exception {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Redis redis =
          TestRedis.connect("redis://localhost:" + mute.getLocalPort(), TestRedis.ofItsOwn());
      Undoings undoings = new Undoings(redis);
      for (int i = 0; i < 100; i++) {
        undoings.add(GIVE_BACK, "key" + i, "lost");
      }

      long before = System.nanoTime();
      undoings.close();
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
      redis.close();
    }
  }

  private static Redis connect(TestRedis server) {
    RedisConfiguration configuration = new RedisConfiguration();
    configuration.setTimeout(Duration.ofMillis(300));
    return TestRedis.connect(server.uri(), configuration);
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
