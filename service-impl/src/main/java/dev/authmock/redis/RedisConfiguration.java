package dev.authmock.redis;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import java.time.Duration;
import java.util.regex.Pattern;

/** Settings of the use of Redis. */
@Context
@ConfigurationProperties("authmock.redis")
public class RedisConfiguration {
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private Duration timeout = Duration.ofSeconds(1);
  private String keyPrefix = "auth-mock";

  /**
   * How long Redis may take to answer a command, or to accept a connection; all commands of one request
   * together a quarter longer. Default 1s.
   */
  public Duration getTimeout() {
    return timeout;
  }

  /** Sets the time, more than none and at most 10 s. */
  public void setTimeout(Duration timeout) {
    if (timeout.compareTo(Duration.ZERO) <= 0 || timeout.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "authmock.redis.timeout must be more than 0s and at most 10s, not " + timeout);
    }
    this.timeout = timeout;
  }

  /** What the names of all keys begin with; nodes with the same one share what they store. Default auth-mock. */
  public String getKeyPrefix() {
    return keyPrefix;
  }

  /** Sets the prefix: letters, digits, dots, underscores and hyphens, so that no prefix holds another. */
  public void setKeyPrefix(String keyPrefix) {
    if (!PREFIX.matcher(keyPrefix).matches()) {
      throw new IllegalArgumentException(
          "authmock.redis.key-prefix must be 1 to 64 letters, digits, '.', '_' and '-', not "
              + keyPrefix);
    }
    this.keyPrefix = keyPrefix;
  }
}
