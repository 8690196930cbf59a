package dev.authmock.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import dev.authmock.problem.ProblemKind;
import io.lettuce.core.KillArgs;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Redis that is away, or does not do what it is asked for. */
class RedisTest {
  private static final Duration SOON = Duration.ofSeconds(2);

  private static final RedisScript PUT = new RedisScript("""
      redis.call('HLEN', KEYS[1])
      redis.call('HSET', KEYS[1], 'a', ARGV[1])
      return {redis.call('HGET', KEYS[1], 'a'), 7}
      """);

  private static TestRedis server;
  private static RedisCommands<String, String> admin;

  @TempDir
  private Path directory;

  private final List<Redis> opened = new ArrayList<>();

  @BeforeAll
  static void start() throws IOException {
    server = TestRedis.start();
    admin = server.commands();
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
  }

  @AfterEach
  void close() {
    opened.forEach(Redis::close);
  }

  @Test
  void a_script_gives_back_texts_and_numbers() {
    RedisReply reply = open(server.uri()).run(PUT, "script", "été");

    assertThat(reply.text(0)).isEqualTo("été");
    assertThat(reply.number(1)).isEqualTo(7);
  }

  @Test
  void a_text_is_put_once_where_there_is_none() {
    Redis redis = open(server.uri());
    admin.del("once");

    assertThat(redis.setIfAbsent("once", "a")).isTrue();
    assertThat(redis.setIfAbsent("once", "b")).isFalse();
    assertThat(redis.get("once")).isEqualTo("a");
    redis.delete(List.of("once"));
    assertThat(redis.get("once")).isNull();
  }

  @Test
  void where_nothing_listens_the_request_is_refused_at_once() throws IOException {
    Redis redis = open("redis://localhost:" + TestRedis.freePort());

    assertThat(refusal(() -> redis.get("a")))
        .isEqualTo("nothing accepts connections where Redis is to be");
  }

  @Test
  void a_host_that_is_not_known_is_said_to_be() {
    Redis redis = open("redis://no-such-host.invalid:6379");

    assertThat(refusal(() -> redis.get("a"))).isEqualTo("Redis' host is not known");
  }

  @Test
  void a_host_that_accepts_and_says_nothing_is_given_up_in_time() throws IOException {
    try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Redis redis = open("redis://localhost:" + mute.getLocalPort());

      refusal(() -> redis.get("a"));
      long before = System.nanoTime();
      refusal(() -> redis.get("a"));
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .as("the second of one request does not wait again")
          .isLessThan(Duration.ofMillis(250));
    }
  }

  @Test
  void a_redis_that_stands_still_is_given_up_in_time_and_used_again_when_it_goes_on() {
    Redis redis = open(server.uri());
    redis.run(PUT, "script", "a");
    admin.clientPause(1500);
    assertThat(refusal(() -> redis.run(PUT, "script", "b")))
        .isEqualTo("Redis does not answer in time");
    await(redis);
  }

  @Test
  void a_connection_that_is_cut_is_made_anew() {
    Redis redis = open(server.uri());
    for (int i = 0; i < 5; i++) {
      redis.run(PUT, "script", "a");
      admin.clientKill(KillArgs.Builder.typeNormal().skipme());
      await(redis);
    }
    assertThat(redis.run(PUT, "script", "b").text(0)).isEqualTo("b");
  }

  @Test
  void a_redis_that_was_started_again_is_used_again() throws IOException {
    try (TestRedis own = TestRedis.start()) {
      Redis redis = open(own.uri());
      redis.run(PUT, "script", "a");
      own.stop();
      refusal(() -> redis.run(PUT, "script", "a"));
      own.startAgain();
      await(redis);
      assertThat(redis.run(PUT, "script", "b").text(0)).isEqualTo("b");
    }
  }

  @Test
  void a_full_memory_refuses_what_is_new_and_loses_nothing() {
    Redis redis = open(server.uri());
    redis.run(PUT, "script", "a");
    admin.configSet("maxmemory", "1");
    try {
      assertThat(refusal(() -> redis.run(PUT, "another", "b"))).isEqualTo("Redis' memory is full");
      assertThat(refusal(() -> redis.set("c", "c", SOON))).isEqualTo("Redis' memory is full");
      assertThat(admin.hget("script", "a")).isEqualTo("a");
    } finally {
      admin.configSet("maxmemory", "0");
    }
    assertThat(redis.run(PUT, "another", "b").text(0)).isEqualTo("b");
  }

  @Test
  void a_read_only_replica_refuses_and_is_used_again_when_it_is_none() throws IOException {
    Redis redis = open(server.uri());
    redis.run(PUT, "script", "a");
    admin.replicaof("localhost", TestRedis.freePort());
    try {
      assertThat(refusal(() -> redis.run(PUT, "script", "b")))
          .isEqualTo("this Redis is a read-only replica");
    } finally {
      admin.replicaofNoOne();
    }
    await(redis);
    assertThat(redis.run(PUT, "script", "c").text(0)).isEqualTo("c");
  }

  @Test
  void a_wrong_password_is_said_to_be_one_and_never_shown() throws IOException {
    try (TestRedis own = TestRedis.start()) {
      own.commands().configSet("requirepass", "the-right-one");
      String host = own.uri().substring("redis://".length());

      Redis none = open(own.uri());
      assertThat(refusal(() -> none.get("a"))).isEqualTo("Redis asks for a password");
      Redis wrong = open("redis://:a-wrong-one@" + host);
      assertThat(refusal(() -> wrong.get("a"))).isEqualTo("Redis refuses the password");
      Redis right = open("redis://:the-right-one@" + host);
      assertThat(right.get("a")).isNull();
    }
  }

  @Test
  void another_type_of_value_is_another_programs() {
    admin.del("list");
    admin.lpush("list", "precious");
    Redis redis = open(server.uri());

    String reason = "a value of another program under this server's key";
    assertThat(refusal(() -> redis.get("list"))).isEqualTo(reason);
    assertThat(refusal(() -> redis.run(PUT, "list", "a"))).isEqualTo(reason);
    assertThat(admin.lrange("list", 0, -1)).containsExactly("precious");
  }

  @Test
  void each_decision_runs_on_a_redis_cluster() throws IOException {
    try (TestRedis own = TestRedis.start(
        "cluster-enabled yes", "cluster-config-file nodes.conf", "dir " + directory)) {
      own.commands().clusterAddSlots(IntStream.range(0, 16384).toArray());
      Redis redis = TestRedis.connectToCluster(own.uri(), TestRedis.ofItsOwn());
      opened.add(redis);
      await(() -> redis.run(PUT, "known", "a"));

      List<String> keys = IntStream.range(0, 50).mapToObj(i -> "c:" + i).toList();
      keys.forEach(key -> assertThat(redis.run(PUT, key, key).text(0)).isEqualTo(key));
      redis.scan("c:", page -> redis.delete(page));
      assertThat(own.commands().keys("*")).containsExactly("known");
    }
  }

  private Redis open(String uri) {
    RedisConfiguration configuration = new RedisConfiguration();
    Redis redis = TestRedis.connect(uri, configuration);
    opened.add(redis);
    return redis;
  }

  /** What Redis is said to have done, within 2 seconds. */
  private static String refusal(Runnable use) {
    long before = System.nanoTime();
    RefusedException refused = catchThrowableOfType(RefusedException.class, use::run);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(SOON);
    assertThat(refused).isNotNull();
    assertThat(refused.check()).isEqualTo(RequestCheck.SERVER_STORE_AVAILABLE);
    assertThat(refused.check().kind()).isEqualTo(ProblemKind.SERVICE_UNAVAILABLE);
    assertThat(refused.description()).doesNotContain("one@", "localhost", "127.0.0.1");
    return refused.difference().actual();
  }

  /** Uses it until it works, within a few seconds. */
  private static void await(Redis redis) {
    await(redis::requireAnswer);
  }

  private static void await(Runnable use) {
    long deadline = System.nanoTime() + SOON.multipliedBy(3).toNanos();
    while (true) {
      try {
        use.run();
        return;
      } catch (RefusedException e) {
        assertThat(System.nanoTime()).as("%s", e.description()).isLessThan(deadline);
        Thread.onSpinWait();
      }
    }
  }
}
