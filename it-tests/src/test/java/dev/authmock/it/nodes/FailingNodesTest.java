package dev.authmock.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.nodes.Attempt.Outcome;
import dev.authmock.it.support.Await;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.RedisServer;
import dev.authmock.it.support.Wallet;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two nodes on one Redis under load, and what happens to codes when something of that fails: none is
 * redeemed twice, and none is lost, in the strict sense that {@link Books} has of these words.
 */
@EnabledOnOs({OS.LINUX, OS.MAC})
class FailingNodesTest {
  private static final Duration QUIET = Duration.ofMillis(800);

  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(2);

  private static RedisServer redis;
  private static List<CuttableProxy> lines;
  private static List<Node> nodes;
  private static Sender sender;
  private static Mint mint;

  private Load load;

  @BeforeAll
  static void start(@TempDir Path directory) {
    redis = RedisServer.durable(directory);
    lines = List.of(new CuttableProxy(redis.port()), new CuttableProxy(redis.port()));
    nodes = List.of(node("one", directory, lines.get(0)), node("two", directory, lines.get(1)));
    nodes.forEach(Node::awaitStarted);
    sender = new Sender();
    mint = new Mint(sender, nodes.get(0));
  }

  private static Node node(String name, Path directory, CuttableProxy line) {
    return Node.launch(name, directory, "redis://localhost:" + line.port());
  }

  @AfterAll
  static void stop() throws Exception {
    nodes.forEach(Node::close);
    for (CuttableProxy line : lines) {
      line.close();
    }
    redis.close();
  }

  @AfterEach
  void stopTheLoad() throws Exception {
    lines.forEach(CuttableProxy::restore);
    if (load != null) {
      load.stop();
    }
  }

  @Test
  void no_code_is_lost_or_redeemed_twice_when_a_node_is_killed() throws Exception {
    Node killed = nodes.get(1);
    Report report = run(killed::kill, QUIET, () -> {
      killed.launch();
      killed.awaitStarted();
    });

    report.print("kill -9 of one node");
    report.requireNothingTwiceAndNothingLost();
    assertThat(report.during(answer -> answer.node() != killed && answer.is(Outcome.DONE)))
        .as("the other node goes on")
        .isTrue();
    assertThat(report.books.count(Outcome.AWAY)).isZero();
  }

  @Test
  void no_code_is_lost_or_redeemed_twice_when_redis_is_killed_and_started_again() throws Exception {
    Report report = run(redis::kill, Duration.ofSeconds(2), redis::restart);

    report.print("Redis killed (kill -9) and started again");
    report.requireAnswersWhileRedisIsAway();
  }

  @Test
  void no_code_is_lost_or_redeemed_twice_when_redis_is_paused() throws Exception {
    Report report = run(redis::pause, Duration.ofSeconds(5), redis::resume);

    report.print("Redis paused for 5 s (SIGSTOP)");
    report.requireAnswersWhileRedisIsAway();
  }

  @Test
  void no_code_is_lost_or_redeemed_twice_when_the_lines_to_redis_are_cut() throws Exception {
    Report report = run(
        () -> lines.forEach(CuttableProxy::cut),
        Duration.ofSeconds(2),
        () -> lines.forEach(CuttableProxy::restore));

    report.print("lines to Redis cut (resets)");
    report.requireAnswersWhileRedisIsAway();
  }

  @Test
  void no_code_is_lost_or_redeemed_twice_when_the_lines_to_redis_swallow_all() throws Exception {
    Report report = run(
        () -> lines.forEach(CuttableProxy::swallow),
        Duration.ofSeconds(4),
        () -> lines.forEach(CuttableProxy::restore));

    report.print("lines to Redis black-holed");
    report.requireAnswersWhileRedisIsAway();
  }

  @Test
  void a_node_that_is_cut_off_answers_503_while_the_other_serves() throws Exception {
    Report report = run(lines.get(0)::swallow, Duration.ofSeconds(3), lines.get(0)::restore);

    report.print("line of one node black-holed");
    report.requireAnswersWhileRedisIsAway();
    assertThat(report.during(answer -> answer.node() == nodes.get(1) && answer.is(Outcome.AWAY)))
        .as("503 of the node that has its line")
        .isFalse();
    assertThat(report.during(answer -> answer.node() == nodes.get(1) && answer.is(Outcome.DONE)))
        .as("the node that has its line goes on")
        .isTrue();
  }

  @Test
  void a_redemption_whose_answer_is_lost_is_given_back_and_gives_tokens_once() throws Exception {
    Node deaf = nodes.get(0);
    Node other = nodes.get(1);
    Books books = new Books();
    // So that Redis knows the scripts, for their text has the word in it.
    attempt(mint.order(deaf, 1, books).orElseThrow(), deaf);
    Code code = mint.order(other, 1, books).orElseThrow();
    books.open(code);

    lines.get(0).swallowAllAfter("redeem");
    attempt(code, deaf);
    attempt(code, other);
    assertThat(code.attempts())
        .extracting(Attempt::outcome)
        .as("%s", code)
        .containsExactly(Outcome.AWAY, Outcome.USED);
    lines.get(0).restore();

    Duration givenBack = Await.until("tokens", Duration.ofSeconds(15), () -> {
      attempt(code, other);
      return code.tokens() > 0;
    });
    attempt(code, deaf);
    attempt(code, other);
    System.out.printf(
        "answer of a redemption lost: tokens answered %d, redeemed twice %d, lost %d, 503 after %d"
            + " ms, given back %d ms after the line was whole%n",
        books.tokens(),
        books.redeemedTwice().size(),
        books.lost().size(),
        code.attempts().get(0).millis(),
        givenBack.toMillis());
    assertThat(books.redeemedTwice()).isEmpty();
    assertThat(books.lost()).isEmpty();
    assertThat(books.faults()).isEmpty();
  }

  private static void attempt(Code code, Node node) {
    sender.token(node, code.form()).thenAccept(code::note).join();
  }

  @Test
  void registered_clients_survive_when_redis_is_killed_and_started_again() throws Exception {
    Registered registered = register("https://survivor.example/auth");

    redis.kill();
    redis.restart();

    Node other = nodes.get(1);
    Books books = new Books();
    Await.until(
        "a code for the client",
        Duration.ofSeconds(10),
        () -> mint.service(other, registered.wallet, books)
            .map(code -> sender.token(other, code.form()).join().is(Outcome.DONE))
            .orElse(false));
    Exchange read = new RawHttp(other.url())
        .request("GET", registered.path)
        .header("Authorization", "Bearer " + registered.token)
        .send();
    assertThat(read.status()).isEqualTo(200);
  }

  @Test
  void all_nodes_publish_the_same_keys() {
    assertThat(jwks(nodes.get(0))).isEqualTo(jwks(nodes.get(1)));
  }

  private static JsonNode jwks(Node node) {
    return new RawHttp(node.url()).get(RawHttp.JWKS).json();
  }

  private record Registered(Wallet wallet, String path, String token) {}

  private static Registered register(String clientId) {
    Wallet wallet = Mint.wallet(clientId);
    Attempt answer = sender.json(nodes.get(0), RawHttp.REGISTER, Mint.metadata(wallet));
    assertThat(answer.outcome()).as(answer.body()).isEqualTo(Outcome.DONE);
    JsonNode json = Json.read(answer.body());
    return new Registered(
        wallet,
        json.get("registration_client_uri").asText().substring(Node.BASE_URL.length()),
        json.get("registration_access_token").asText());
  }

  /** Something that breaks or mends. */
  private interface Step {
    void run() throws Exception;
  }

  private Report run(Step breaking, Duration broken, Step mending) throws Exception {
    load = Load.start(nodes, sender, mint);
    load.awaitService(System.nanoTime());
    Await.pass(QUIET);
    long from = System.nanoTime();
    breaking.run();
    Await.pass(broken);
    mending.run();
    long to = System.nanoTime();
    Duration back = load.awaitService(to);
    Await.pass(QUIET);
    return new Report(load.settle(), from, to, back);
  }

  /** The accounts of a run, and the time between the failure and its end. */
  private record Report(Books books, long from, long to, Duration back) {
    void print(String what) {
      System.out.println(String.format(
          Locale.ROOT,
          "%s: codes %d, tokens answered %d, redeemed twice %d, lost %d, used up by a request"
              + " without an answer %d, given back %d, 503s %d, 500s %d, longest answer meanwhile"
              + " %d ms, all nodes serve again after %d ms",
          what,
          books.codes().size(),
          books.tokens(),
          books.redeemedTwice().size(),
          books.lost().size(),
          books.usedWithoutAnswer(),
          books.givenBack(),
          books.count(Outcome.AWAY),
          books.count(Outcome.FAILED),
          books.longest(from, to).toMillis(),
          back.toMillis()));
    }

    void requireNothingTwiceAndNothingLost() {
      assertThat(books.tokens()).isPositive();
      assertThat(books.redeemedTwice()).as("redeemed twice").isEmpty();
      assertThat(books.lost()).as("lost").isEmpty();
      assertThat(books.faults()).as("answers that the contract does not have").isEmpty();
      assertThat(books.count(Outcome.HUNG)).as("answers that never came").isZero();
      assertThat(books.count(Outcome.FAILED)).as("500s").isZero();
    }

    void requireAnswersWhileRedisIsAway() {
      requireNothingTwiceAndNothingLost();
      assertThat(books.count(Outcome.AWAY)).as("503s").isPositive();
      assertThat(books.count(Outcome.BROKEN)).as("connections broken by a node").isZero();
      assertThat(books.longest(from, to)).isLessThan(LONGEST_ANSWER);
    }

    boolean during(Predicate<Attempt> wanted) {
      return books.anySince(from, answer -> answer.began() < to && wanted.test(answer));
    }
  }
}
