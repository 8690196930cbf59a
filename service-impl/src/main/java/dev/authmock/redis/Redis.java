package dev.authmock.redis;

import dev.authmock.check.Difference;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisNoScriptException;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.micronaut.context.annotation.Context;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * All that this server asks of Redis, each as one atomic operation on one key.
 *
 * <p>Every operation ends within {@code authmock.redis.timeout}, and those of one request together within
 * a quarter more. Every failure is a {@link dev.authmock.check.RefusedException} by {@code
 * server.store_available}. One that failed may have been done all the same; it is never tried again.
 */
@Context
@InRedis
public class Redis {
  /** What came where another program's value is under a key of this server. */
  public static final Difference FOREIGN = RedisFailure.FOREIGN.difference();

  private static final int PAGE = 1000;
  private static final String POLICY = "maxmemory_policy:";

  /** Where the driver itself is still to be loaded; no request waits for that. */
  private static final long FIRST_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final RedisConnections connections;
  private final RedisOutage outage;
  private final long timeoutNanos;
  private final long requestNanos;
  private final long silenceNanos;
  private volatile long answered = System.nanoTime();

  private final Undoings undoings = new Undoings(this);

  /** Over those connections, to those servers. */
  Redis(RedisConnections connections, RedisServers servers, RedisConfiguration configuration) {
    this.connections = connections;
    this.outage = new RedisOutage(servers.shown());
    this.timeoutNanos = configuration.getTimeout().toNanos();
    this.requestNanos = timeoutNanos + timeoutNanos / 4;
    this.silenceNanos = 3 * timeoutNanos;
  }

  /** Runs a script on a key. */
  public RedisReply run(RedisScript script, String key, String... arguments) {
    return run(Patience.current(requestNanos), script, () -> {}, key, arguments);
  }

  /** The same for one of many pages; each has a time of its own. */
  public RedisReply runOfMany(RedisScript script, String key, String... arguments) {
    return run(Patience.endless(), script, () -> {}, key, arguments);
  }

  /**
   * Runs a script on a key. Where nobody can know whether it ran, the other one runs afterwards with the
   * same arguments, be it much later; but either of them may come first.
   */
  public RedisReply run(RedisScript script, RedisScript undo, String key, String... arguments) {
    return run(
        Patience.current(requestNanos),
        script,
        () -> undoings.add(undo, key, arguments),
        key,
        arguments);
  }

  /** The same now or never, for so long, also where Redis was away a moment ago. */
  RedisReply runAtLast(long nanos, RedisScript script, String key, String... arguments) {
    return run(Patience.last(nanos), script, () -> {}, key, arguments);
  }

  private RedisReply run(
      Patience patience,
      RedisScript script,
      Runnable whenUnclear,
      String key,
      String... arguments) {
    String[] keys = {key};
    List<Object> parts = call(
        patience,
        redis -> redis.evalsha(script.sha1(), ScriptOutputType.MULTI, keys, arguments),
        redis -> redis.eval(script.text(), ScriptOutputType.MULTI, keys, arguments),
        whenUnclear);
    return new RedisReply(parts == null ? List.of() : parts);
  }

  /** The text under a key, if there is one. */
  public @Nullable String get(String key) {
    return call(redis -> redis.get(key));
  }

  /** Puts a text under a key, in the place of whatever was there. */
  public void set(String key, String value, Duration freedAfter) {
    call(redis -> redis.set(key, value, SetArgs.Builder.px(freedAfter)));
  }

  /** Puts a text under a key for good where there is nothing, and says whether it did. */
  public boolean setIfAbsent(String key, String value) {
    return call(redis -> redis.set(key, value, SetArgs.Builder.nx())) != null;
  }

  /** Deletes keys; where a request has many of them deleted, each command has a time of its own. */
  public void delete(Collection<String> keys) {
    if (!keys.isEmpty()) {
      callOfMany(redis -> redis.unlink(keys.toArray(String[]::new)));
    }
  }

  /** Calls with the keys whose names begin so, page by page; each page has a time of its own. */
  public void scan(String beginning, Consumer<List<String>> page) {
    ScanArgs matching = ScanArgs.Builder.matches(beginning + "*").limit(PAGE);
    ScanCursor cursor = ScanCursor.INITIAL;
    do {
      ScanCursor from = cursor;
      KeyScanCursor<String> found = callOfMany(redis -> redis.scan(from, matching));
      if (found == null) {
        return;
      }
      page.accept(found.getKeys());
      cursor = found;
    } while (!cursor.isFinished());
  }

  /** What Redis does when its memory is full; empty if it does not say. */
  String evictionPolicy() {
    String memory = call(redis -> redis.info("memory"));
    return Objects.requireNonNullElse(memory, "")
        .lines()
        .filter(line -> line.startsWith(POLICY))
        .map(line -> line.substring(POLICY.length()).strip())
        .findFirst()
        .orElse("");
  }

  /**
   * Makes sure that Redis answers.
   *
   * @throws dev.authmock.check.RefusedException if it does not
   */
  public void requireAnswer() {
    call(RedisClusterAsyncCommands::ping);
  }

  private <T> @Nullable T call(
      Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> command) {
    return call(Patience.current(requestNanos), command, command, () -> {});
  }

  /** One of so many commands that nobody can say how long all of them take. */
  private <T> @Nullable T callOfMany(
      Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> command) {
    return call(Patience.endless(), command, command, () -> {});
  }

  private <T> @Nullable T call(
      Patience patience,
      Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> command,
      Function<RedisClusterAsyncCommands<String, String>, RedisFuture<T>> whereScriptIsNew,
      Runnable whenUnclear) {
    RedisFailure away = patience.isLast() ? null : outage.now();
    if (away != null) {
      throw away.refusal();
    }
    if (patience.isOver()) {
      throw RedisFailure.tooSlow(false).refusal();
    }
    CompletableFuture<RedisLink> link = connections.link();
    long began = System.nanoTime();
    long end = patience.end(began);
    long deadline = began + timeoutNanos;
    boolean isAsked = false;
    try {
      RedisClusterAsyncCommands<String, String> redis;
      if (connections.isFirst(link)) {
        redis = await(link, earlier(began + FIRST_NANOS, end)).commands();
        deadline = System.nanoTime() + timeoutNanos;
      } else {
        redis = await(link, earlier(deadline, end)).commands();
      }
      isAsked = true;
      T answer;
      try {
        answer = await(command.apply(redis), earlier(deadline, end));
      } catch (RedisNoScriptException e) {
        answer = await(whereScriptIsNew.apply(redis), earlier(deadline, end));
      }
      answered = System.nanoTime();
      outage.worked();
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      if (isAsked) {
        whenUnclear.run();
      }
      throw RedisFailure.of(e).refusal();
    } catch (Exception e) {
      boolean isCutShort = e instanceof TimeoutException && end - deadline < 0;
      RedisFailure failure = isCutShort ? RedisFailure.tooSlow(true) : RedisFailure.of(e);
      outage.failed(failure);
      if (failure.needsNewConnection() || isSilent(failure)) {
        connections.giveUp(link);
      }
      if (isAsked && failure.isUnclear()) {
        whenUnclear.run();
      }
      throw failure.refusal();
    } finally {
      patience.spend(System.nanoTime() - began);
    }
  }

  private static long earlier(long a, long b) {
    return a - b < 0 ? a : b;
  }

  /** Nothing tells a connection whose other end is gone without a word from a slow one but time. */
  private boolean isSilent(RedisFailure failure) {
    return failure.isOutage() && System.nanoTime() - answered > silenceNanos;
  }

  private static <T> T await(java.util.concurrent.Future<T> future, long deadline)
      throws Exception {
    try {
      return future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } catch (TimeoutException | InterruptedException e) {
      // A command not yet written is never sent then; the connection is everybody's.
      if (future instanceof RedisFuture<?>) {
        future.cancel(false);
      }
      throw e;
    }
  }

  @PreDestroy
  void close() {
    undoings.close();
    connections.close();
  }
}
