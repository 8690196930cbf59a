package dev.authmock.redis;

import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Why Redis did not do what it was asked for, in words that hold no address and no password.
 *
 * @param reason one of a few
 * @param isOutage whether other commands would fail as well
 * @param needsNewConnection whether they could work on another connection
 * @param isUnclear whether it may have been done all the same
 */
record RedisFailure(
    String reason, boolean isOutage, boolean needsNewConnection, boolean isUnclear) {
  private static final Map<String, String> REPLIES = Map.ofEntries(
      Map.entry("WRONGTYPE", "a value of another program under this server's key"),
      Map.entry("FOREIGN", "a value of another program under this server's key"),
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
      Map.entry("BUSY", "Redis is busy with a script"));

  static RedisFailure of(Throwable thrown) {
    if (thrown instanceof TimeoutException
        || find(RedisCommandTimeoutException.class, thrown) != null) {
      return new RedisFailure("Redis does not answer in time", true, false, true);
    }
    RedisCommandExecutionException reply = find(RedisCommandExecutionException.class, thrown);
    if (reply != null) {
      return ofReply(Objects.requireNonNullElse(reply.getMessage(), ""));
    }
    if (find(UnknownHostException.class, thrown) != null) {
      return new RedisFailure("Redis' host is not known", true, true, false);
    }
    return find(ConnectException.class, thrown) != null
        ? new RedisFailure("nothing accepts connections where Redis is to be", true, true, false)
        : new RedisFailure("no connection to Redis", true, true, true);
  }

  /** The code is the first word, or, of an error within a script, one further on, as in {@code -OOM}. */
  private static RedisFailure ofReply(String message) {
    for (String word : message.split("[^A-Z]+", -1)) {
      String reason = REPLIES.get(word);
      if (reason != null) {
        return new RedisFailure(reason, false, word.equals("READONLY"), false);
      }
    }
    return new RedisFailure("an error of Redis", false, false, false);
  }

  private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return type.cast(cause);
      }
    }
    return null;
  }

  /** What ends the request that needed Redis. */
  RefusedException refusal() {
    return new RefusedException(
        RequestCheck.SERVER_STORE_AVAILABLE, new Difference("an answer of Redis", reason));
  }
}
