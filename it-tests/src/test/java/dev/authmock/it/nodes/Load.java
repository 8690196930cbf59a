package dev.authmock.it.nodes;

import dev.authmock.it.nodes.Attempt.Outcome;
import dev.authmock.it.support.Await;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Mints codes and redeems them for as long as it is told to: each at all nodes, at the same moment or
 * one after the other, and again where nobody got tokens.
 */
final class Load {
  private static final int WORKERS = 6;

  /** Leaves the machine some air: this is about failures, not about speed. */
  private static final Duration PACE = Duration.ofMillis(20);

  private final List<Node> nodes;
  private final Sender sender;
  private final Mint mint;
  private final Books books = new Books();
  private final Queue<Code> again = new ConcurrentLinkedQueue<>();
  private final AtomicInteger number = new AtomicInteger();
  private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS);
  private final List<Future<?>> done;
  private volatile boolean running = true;

  private Load(List<Node> nodes, Sender sender, Mint mint) {
    this.nodes = nodes;
    this.sender = sender;
    this.mint = mint;
    this.done = IntStream.range(0, WORKERS)
        .<Future<?>>mapToObj(i -> workers.submit(this::work))
        .toList();
  }

  /** Starts at once. */
  static Load start(List<Node> nodes, Sender sender, Mint mint) {
    return new Load(nodes, sender, mint);
  }

  Books books() {
    return books;
  }

  /** Waits until each node has minted and redeemed something that was begun after a moment. */
  Duration awaitService(long since) {
    Await.until(
        "all nodes serve again",
        Duration.ofSeconds(20),
        () -> nodes.stream()
            .allMatch(node -> books.anySince(
                since, attempt -> attempt.node() == node && attempt.is(Outcome.DONE))));
    return Duration.ofNanos(System.nanoTime() - since);
  }

  /**
   * Ends it, and settles the accounts: what nobody got tokens for is tried until it gives some, for a
   * while; what gave tokens is tried once more at each node.
   */
  Books settle() throws Exception {
    stop();
    for (Code code : books.codes()) {
      if (code.tokens() > 0) {
        nodes.forEach(node -> attempt(code, node));
      }
    }
    long end = System.nanoTime() + Duration.ofSeconds(8).toNanos();
    for (Code code : books.unredeemed()) {
      do {
        nodes.forEach(node -> attempt(code, node));
      } while (code.tokens() == 0 && !code.hasUnanswered() && System.nanoTime() < end && pause());
    }
    return books;
  }

  /** Ends it where a test failed before it settled. */
  void stop() throws Exception {
    running = false;
    for (Future<?> worker : done) {
      worker.get();
    }
    workers.shutdown();
  }

  private void work() {
    while (running) {
      int turn = number.getAndIncrement();
      Code old = turn % 3 == 0 ? again.poll() : null;
      if (old != null) {
        attempt(old, nodeAt(turn));
      } else {
        mintAndRedeem(turn);
      }
      pause();
    }
  }

  private void mintAndRedeem(int turn) {
    // By eights, so that each node mints each of the kinds.
    Optional<Code> minted = mint.order(nodeAt(turn / 8), turn, books);
    minted.ifPresent(code -> {
      books.open(code);
      if (turn % 5 == 0) {
        nodes.forEach(node -> attempt(code, node));
      } else {
        List<CompletableFuture<Void>> together = nodes.stream()
            .map(node -> sender.token(node, code.form()).thenAccept(code::note))
            .toList();
        together.forEach(CompletableFuture::join);
      }
      if (code.tokens() == 0) {
        again.add(code);
      }
    });
  }

  private void attempt(Code code, Node node) {
    sender.token(node, code.form()).thenAccept(code::note).join();
    if (running && code.tokens() == 0) {
      again.add(code);
    }
  }

  private Node nodeAt(int turn) {
    return nodes.get(Math.floorMod(turn, nodes.size()));
  }

  private static boolean pause() {
    Await.pass(PACE);
    return true;
  }
}
