package dev.authmock.redis;

import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Values as they stand in Redis: as JSON.
 *
 * @param <T> what they are here
 */
public final class RedisValues<T> {
  private final JsonMapper json;
  private final Class<T> type;

  /** Values of that type. */
  public RedisValues(JsonMapper json, Class<T> type) {
    this.json = json;
    this.type = type;
  }

  /** The JSON of a value. */
  public String write(T value) {
    try {
      return json.writeValueAsString(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The value of its JSON.
   *
   * @throws RefusedException if it is none of this server's
   */
  public T read(String text) {
    try {
      return json.readValue(text, type);
    } catch (IOException e) {
      throw new RefusedException(
          RequestCheck.SERVER_STORE_AVAILABLE,
          new Difference("a value of this server", "one that it can't read"));
    }
  }
}
