package dev.authmock.redis;

import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Why Redis did not do what it was asked for, in words that hold no address and no password.
 *
 * @param reason one of a few
 * @param extent what else would fail
 * @param needsNewConnection whether it could work on another connection
 * @param isUnclear whether it may have been done all the same
 */
record RedisFailure(String reason, Extent extent, boolean needsNewConnection, boolean isUnclear) {
  /** What would fail as well. */
  enum Extent {
    /** Nothing: it is about one key, or one request. */
    ONE,
    /** What is asked of the same kind. */
    SOME,
    /** Everything. */
    ALL
  }

  /** Another program's value under a key of this server. */
  static final RedisFailure FOREIGN = new RedisFailure(
      "a value of another program under this server's key", Extent.ONE, false, false);

  /** How the driver ends what it says of a queue that has no room; it was not sent then. */
  private static final String QUEUE_IS_FULL = "until the queue size drops.";

  private static final Map<String, String> REPLIES = Map.ofEntries(
      Map.entry("WRONGTYPE", FOREIGN.reason),
      Map.entry("FOREIGN", FOREIGN.reason),
      Map.entry("OOM", "Redis' memory is full"),
      Map.entry("READONLY", "this Redis is a read-only replica"),
      Map.entry("NOAUTH", "Redis asks for a password"),
      Map.entry("WRONGPASS", "Redis refuses the password"),
      Map.entry("NOPERM", "this user of Redis may not do that"),
      Map.entry("LOADING", "Redis is loading its data"),
      Map.entry("MISCONF", "Redis can't save its data"),
      Map.entry("NOREPLICAS", "Redis misses its replicas"),
      Map.entry("MASTERDOWN", "Redis' primary is down"),
      Map.entry("CLUSTERDOWN", "the Redis Cluster is down"),
      Map.entry("BUSY", "Redis is busy with a script"),
      Map.entry("MOVED", "this is a node of a Redis Cluster, for which there is redis.uris"));

  /** Of replies whose code says nothing. */
  private static final Map<String, String> PHRASES = Map.of(
      "DB index", "Redis has no database of that number",
      "max number of clients", "Redis has as many clients as it takes",
      "cluster support disabled", "this Redis is no Cluster, so there is redis.uri for it",
      "unknown command", "Redis does not know the command; it may have another name there");

  private static final Pattern DENIED_COMMAND = Pattern.compile("run the '([a-z|]+)' command");

  static RedisFailure of(Throwable thrown) {
    if (thrown instanceof TimeoutException
        || find(RedisCommandTimeoutException.class, thrown) != null) {
      return new RedisFailure("Redis does not answer in time", Extent.ALL, false, true);
    }
    RedisCommandExecutionException reply = find(RedisCommandExecutionException.class, thrown);
    if (reply != null) {
      return ofReply(Objects.requireNonNullElse(reply.getMessage(), ""));
    }
    if (isOfFullQueue(thrown)) {
      return new RedisFailure("too many commands wait for Redis", Extent.SOME, false, false);
    }
    if (find(UnknownHostException.class, thrown) != null) {
      return new RedisFailure("Redis' host is not known", Extent.ALL, true, false);
    }
    if (find(SSLException.class, thrown) != null) {
      String reason = find(CertificateException.class, thrown) == null
          ? "no TLS with Redis"
          : "Redis' certificate is not trusted, or is that of another host";
      return new RedisFailure(reason, Extent.ALL, true, false);
    }
    return find(ConnectException.class, thrown) != null
        ? new RedisFailure(
            "nothing accepts connections where Redis is to be", Extent.ALL, true, false)
        : new RedisFailure("no connection to Redis", Extent.ALL, true, true);
  }

  /** One request's commands took all the time that it had for them, this one perhaps a part of it. */
  static RedisFailure tooSlow(boolean isUnclear) {
    return new RedisFailure("Redis answers too slowly", Extent.ONE, false, isUnclear);
  }

  private static boolean isOfFullQueue(Throwable thrown) {
    RedisException refused = find(RedisException.class, thrown);
    return refused != null
        && Objects.requireNonNullElse(refused.getMessage(), "").endsWith(QUEUE_IS_FULL);
  }

  /** The code is the first word, or, of an error within a script, one further on, as in {@code -OOM}. */
  private static RedisFailure ofReply(String message) {
    for (String word : message.split("[^A-Z]+", -1)) {
      String reason = REPLIES.get(word);
      if (reason != null) {
        return reason.equals(FOREIGN.reason)
            ? FOREIGN
            : new RedisFailure(
                reason + command(message), Extent.SOME, word.equals("READONLY"), false);
      }
    }
    return PHRASES.entrySet().stream()
        .filter(phrase -> message.contains(phrase.getKey()))
        .map(phrase -> new RedisFailure(phrase.getValue(), Extent.SOME, false, false))
        .findFirst()
        .orElseGet(() -> new RedisFailure("an error of Redis", Extent.ONE, false, false));
  }

  /** Which command it is that a user may not use. */
  private static String command(String message) {
    Matcher denied = DENIED_COMMAND.matcher(message);
    return denied.find() ? ": " + denied.group(1).toUpperCase(Locale.ROOT) : "";
  }

  private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }

  /** Whether other commands would fail as well. */
  boolean isOutage() {
    return extent == Extent.ALL;
  }

  /** What came in the place of an answer. */
  Difference difference() {
    return new Difference("an answer of Redis", reason);
  }

  /** What ends the request that needed Redis. */
  RefusedException refusal() {
    return new RefusedException(RequestCheck.SERVER_STORE_AVAILABLE, difference());
  }
}
