package dev.authmock.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.nodes.Attempt.Outcome;
import dev.authmock.it.support.Await;
import dev.authmock.it.support.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A Redis that answers each command in time, and yet too late for requests that need several of them. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class SlowRedisTest {
  /** One of each kind. */
  private static final int KINDS = 4;

  private static RedisServer redis;
  private static CuttableProxy line;
  private static Node node;
  private static Sender sender;
  private static Mint mint;

  private final Books books = new Books();

  @BeforeAll
  static void start(@TempDir Path directory) {
    redis = RedisServer.start(directory);
    line = new CuttableProxy(redis.port());
    node = Node.launch("one", directory, "redis://localhost:" + line.port()).awaitStarted();
    sender = new Sender();
    mint = new Mint(sender, node);
  }

  @AfterAll
  static void stop() throws Exception {
    node.close();
    line.close();
    redis.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {550, 700, 900})
  void a_request_ends_within_2_s_whatever_it_needs_of_redis_and_no_code_is_lost(int late) {
    // So that Redis knows the scripts.
    mint().forEach(this::attempt);
    List<Code> codes = mint();
    codes.forEach(books::open);

    long from = System.nanoTime();
    line.slow(Duration.ofMillis(late));
    codes.forEach(this::attempt);
    long to = System.nanoTime();
    line.restore();
    System.out.printf(
        "each answer of Redis %d ms late: longest answer %d ms, %s%n",
        late, books.longest(from, to).toMillis(), codes);

    assertThat(books.longest(from, to)).isLessThan(Duration.ofSeconds(2));
    assertThat(books.count(Outcome.AWAY)).isPositive();
    assertThat(books.count(Outcome.FAILED) + books.count(Outcome.HUNG)).isZero();
    for (Code code : codes) {
      Await.until("a token for " + code, Duration.ofSeconds(10), () -> {
        attempt(code);
        return code.tokens() > 0;
      });
      attempt(code);
    }
    assertThat(books.redeemedTwice()).isEmpty();
    assertThat(books.lost()).isEmpty();
    assertThat(books.faults()).isEmpty();
    assertThat(node.output()).contains("Redis answers too slowly").doesNotContain("\tat ");
  }

  private List<Code> mint() {
    return IntStream.range(0, KINDS)
        .mapToObj(kind -> mint.order(node, kind, books).orElseThrow())
        .toList();
  }

  private void attempt(Code code) {
    sender.token(node, code.form()).thenAccept(code::note).join();
  }
}
