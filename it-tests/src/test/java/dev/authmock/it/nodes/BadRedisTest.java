package dev.authmock.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.nodes.Attempt.Outcome;
import dev.authmock.it.support.Await;
import dev.authmock.it.support.FreePort;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.RedisServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A Redis that is there and yet can't be used: requests get a 503 that says nothing of it, no code gives
 * tokens twice, and all goes on when it is mended.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class BadRedisTest {
  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String PASSWORD = "right-horse-battery";

  private static RedisServer redis;
  private static Node node;
  private static Sender sender;
  private static Mint mint;

  private final Books books = new Books();

  @BeforeAll
  static void start(@TempDir Path directory) {
    redis = RedisServer.start(directory).protectedBy(PASSWORD);
    node = Node.launch("one", directory, uri()).awaitStarted();
    sender = new Sender();
    mint = new Mint(sender, node);
  }

  private static String uri() {
    return "redis://:" + PASSWORD + "@localhost:" + redis.port();
  }

  @AfterAll
  static void stop() {
    node.close();
    redis.close();
  }

  @Test
  void a_password_that_was_changed_gives_503_until_it_is_right_again() throws Exception {
    List<Code> codes = mint(8);

    redis.protectedBy("another-horse");
    redis.command("CLIENT", "KILL", "TYPE", "normal");
    requireAway(codes);
    redis.protectedBy(PASSWORD);

    requireEachOnce("password changed at run time", codes);
    assertThat(node.output()).doesNotContain(PASSWORD).doesNotContain("another-horse");
  }

  @Test
  void a_read_only_replica_gives_503_until_it_is_a_master() throws Exception {
    List<Code> codes = mint(8);

    redis.command("REPLICAOF", "localhost", Integer.toString(FreePort.find()));
    requireAway(codes);
    redis.command("REPLICAOF", "NO", "ONE");

    requireEachOnce("read-only replica", codes);
  }

  @Test
  void full_memory_gives_503_and_no_tokens_twice() throws Exception {
    List<Code> codes = mint(8);

    redis.command("CONFIG", "SET", "maxmemory", "1");
    assertThat(mint.order(node, 0, books)).isEmpty();
    codes.forEach(this::attempt);
    long redeemed = books.tokens();
    codes.forEach(this::attempt);
    assertThat(books.count(Outcome.UNKNOWN)).isZero();
    assertThat(health(node)).contains("DOWN", "Redis' memory is full");
    long recoveries = recoveries();
    redis.command("CONFIG", "SET", "maxmemory", "0");
    Await.until("the log says that it works", LIMIT, () -> recoveries() > recoveries);
    assertThat(health(node)).doesNotContain("DOWN");

    requireEachOnce("full memory (" + redeemed + " redeemed while it was full)", codes);
  }

  @Test
  void another_programs_value_at_a_codes_key_gives_an_error_and_no_tokens() throws Exception {
    List<String> before = redis.keys();
    Code taken = mint.order(node, 0, books).orElseThrow();
    List<String> made = new ArrayList<>(redis.keys());
    made.removeAll(before);
    // Not a code's, and written again and again.
    made.removeIf(key -> key.contains(":probe:"));
    for (String key : made) {
      redis.command("DEL", key);
      redis.command("GEOADD", key, "13.4", "52.5", "Berlin");
    }

    attempt(taken);
    attempt(taken);
    assertThat(taken.attempts()).allMatch(Attempt::isUnclear);
    for (String key : made) {
      assertThat(redis.command("TYPE", key)).isEqualTo("zset");
      redis.command("DEL", key);
    }

    Code other = mint.order(node, 0, books).orElseThrow();
    attempt(other);
    assertThat(other.tokens()).isEqualTo(1);
    assertThat(books.faults()).isEmpty();
    System.out.println("another program's value at our key: " + taken);
  }

  @ParameterizedTest
  @CsvSource({
    "LPUSH, a value of another program under this server's key",
    "SET, The JWKS of the signing keys is not valid JSON"
  })
  void what_is_no_key_in_the_place_of_the_signing_keys_stops_the_start(
      String command, String reason, @TempDir Path directory) throws Exception {
    String key = "foreign:v1:signing-keys:jwks";
    redis.command(command, key, "precious");

    try (Node stopped = Node.launch(
        "stopped",
        directory,
        "redis://:" + PASSWORD + "@localhost:" + redis.port(),
        "-Dauthmock.redis.key-prefix=foreign")) {
      assertThat(stopped.awaitEnd()).isEqualTo(1);

      assertThat(stopped.output().lines().filter(line -> line.contains("[ERROR]")))
          .singleElement()
          .asString()
          .endsWith("Auth Mock did not start: In Redis, under " + key + ": " + reason);
      assertThat(stopped.output()).doesNotContain("precious").doesNotContain("\tat ");
    }
    redis.command("DEL", key);
  }

  @Test
  void a_wrong_password_is_said_at_start_without_showing_it(@TempDir Path directory) {
    String uri = "redis://:wrong-horse@localhost:" + redis.port();
    try (Node refused = Node.launch("refused", directory, uri).awaitStarted()) {
      Await.until(
          "a warning", LIMIT, () -> refused.output().contains("Redis refuses the password"));

      assertThat(mint.order(refused, 0, books)).isEmpty();
      assertThat(books.count(Outcome.AWAY)).isEqualTo(1);
      assertThat(books.faults()).isEmpty();
      assertThat(refused.output()).doesNotContain("wrong-horse").doesNotContain("\tat ");
      System.out.println("wrong password at start:\n" + refused.output().strip());
    }
  }

  @Test
  void without_redis_a_node_starts_and_answers_503_until_redis_comes(@TempDir Path directory)
      throws Exception {
    try (RedisServer late = RedisServer.stopped(directory, "--maxmemory-policy", "allkeys-lru");
        Node early = Node.launch("early", directory, late.uri()).awaitStarted()) {
      assertThat(mint.order(early, 0, books)).isEmpty();
      assertThat(books.count(Outcome.AWAY)).isEqualTo(1);
      assertThat(early.output())
          .contains("Redis at localhost:" + late.port() + " can't be used: nothing accepts");
      assertThat(health(early))
          .contains(
              "the signing keys are in Redis, and not read yet", "nothing accepts connections");

      late.restart();

      Await.until(
          "a token",
          LIMIT,
          () -> mint.order(early, 0, books)
              .map(code -> sender.token(early, code.form()).join().is(Outcome.DONE))
              .orElse(false));
      assertThat(books.faults()).isEmpty();
      assertThat(early.output()).doesNotContain("\tat ");
      Await.until("a warning", LIMIT, () -> early.output().contains("maxmemory-policy"));
      System.out.println("no Redis at start, then one that evicts:\n" + early.output());
    }
  }

  @Test
  void a_redis_that_lost_its_data_gets_the_signing_keys_back_for_nodes_that_start_later(
      @TempDir Path directory) throws Exception {
    try (RedisServer own = RedisServer.start(directory);
        Node first = Node.launch("first", directory, own.uri()).awaitStarted()) {
      String jwks = jwks(first);

      own.command("FLUSHALL");

      Await.until(
          "the keys are back",
          LIMIT,
          () -> own.keys().stream().anyMatch(key -> key.contains(":signing-keys:")));
      try (Node later = Node.launch("later", directory, own.uri()).awaitStarted()) {
        assertThat(jwks(later)).isEqualTo(jwks);
        assertThat(health(first)).doesNotContain("DOWN");
      }
    }
  }

  @Test
  void a_node_with_another_base_url_says_so(@TempDir Path directory) {
    try (Node other = Node.launch(
            "other", directory, uri(), "-Dauthmock.base-url=http://elsewhere.example")
        .awaitStarted()) {
      Await.until(
          "a warning",
          LIMIT,
          () -> other
              .output()
              .contains("authmock.base-url is " + Node.BASE_URL + "; that of this one is http://"));
    }
  }

  private static long recoveries() {
    return node.output()
        .lines()
        .filter(line -> line.contains("Redis does again"))
        .count();
  }

  private static String jwks(Node node) throws Exception {
    return body(node, RawHttp.JWKS);
  }

  private static String health(Node node) throws Exception {
    return body(node, "/health");
  }

  private static String body(Node node, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(node.url() + path)).build(), BodyHandlers.ofString())
        .body();
  }

  private List<Code> mint(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> {
          Code code = mint.order(node, i, books).orElseThrow();
          books.open(code);
          return code;
        })
        .toList();
  }

  private void attempt(Code code) {
    sender.token(node, code.form()).thenAccept(code::note).join();
  }

  private void requireAway(List<Code> codes) {
    assertThat(mint.order(node, 0, books)).isEmpty();
    codes.forEach(this::attempt);
    assertThat(books.count(Outcome.AWAY)).isEqualTo(codes.size() + 1);
  }

  private void requireEachOnce(String what, List<Code> codes) throws IOException {
    Await.until("service", LIMIT, () -> mint.order(node, 0, books).isPresent());
    for (Code code : codes) {
      Await.until("a token for " + code, LIMIT, () -> {
        attempt(code);
        return code.tokens() > 0;
      });
      attempt(code);
    }
    System.out.printf(
        "%s: codes %d, tokens answered %d, redeemed twice %d, lost %d, 503s %d%n",
        what,
        codes.size(),
        books.tokens(),
        books.redeemedTwice().size(),
        books.lost().size(),
        books.count(Outcome.AWAY));
    assertThat(books.redeemedTwice()).isEmpty();
    assertThat(books.lost()).isEmpty();
    assertThat(books.faults()).isEmpty();
    assertThat(node.output()).doesNotContain("\tat ");
  }
}
