package dev.authmock.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.it.support.Await;
import dev.authmock.it.support.RedisServer;
import dev.authmock.it.support.RespConnection;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What breaks things for the other tests does break them, and mends them. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class HarnessTest {
  private static RedisServer redis;

  @BeforeAll
  static void start(@TempDir Path directory) {
    redis = RedisServer.durable(directory);
  }

  @AfterAll
  static void stop() {
    redis.close();
  }

  @Test
  void redis_keeps_its_data_when_it_is_killed_and_started_again() throws Exception {
    redis.command("SET", "kept", "yes");

    redis.kill();
    assertThatThrownBy(() -> redis.command("PING")).isInstanceOf(IOException.class);
    redis.restart();

    assertThat(redis.command("GET", "kept")).isEqualTo("yes");
  }

  @Test
  void a_paused_redis_answers_when_it_is_resumed() throws Exception {
    redis.pause();
    CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> {
      try {
        return redis.command("PING");
      } catch (IOException e) {
        return e.toString();
      }
    });
    Await.pass(Duration.ofMillis(200));
    assertThat(answer).isNotDone();
    redis.resume();

    assertThat(answer.join()).isEqualTo("PONG");
  }

  @Test
  void a_cut_line_resets_what_was_there_and_what_comes() throws Exception {
    try (CuttableProxy line = new CuttableProxy(redis.port());
        RespConnection before = new RespConnection(line.port())) {
      assertThat(before.send("PING")).isEqualTo("PONG");

      line.cut();
      assertThatThrownBy(() -> before.send("PING")).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> new RespConnection(line.port()).send("PING"))
          .isInstanceOf(IOException.class);

      line.restore();
      try (RespConnection after = new RespConnection(line.port())) {
        assertThat(after.send("PING")).isEqualTo("PONG");
      }
    }
  }

  @Test
  void a_swallowing_line_says_nothing_and_its_connections_stay_dead() throws Exception {
    try (CuttableProxy line = new CuttableProxy(redis.port());
        RespConnection before = new RespConnection(line.port())) {
      assertThat(before.send("PING")).isEqualTo("PONG");

      line.swallow();
      line.restore();

      before.patience(200);
      assertThatThrownBy(() -> before.send("PING")).isInstanceOf(SocketTimeoutException.class);
      try (RespConnection after = new RespConnection(line.port())) {
        assertThat(after.send("PING")).isEqualTo("PONG");
      }
    }
  }
}
