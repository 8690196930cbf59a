package dev.authmock.json;

import com.fasterxml.jackson.core.JsonToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON array that somebody else wrote, and says without quoting it why it is not one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-5">RFC 8259, section 5</a>
 */
public final class JsonArrays {

  private JsonArrays() {}

  /** The elements; an object among them is a map, and a JSON null is a null. */
  @SuppressWarnings("unchecked") // what begins as an array is read as one
  public static List<@Nullable Object> parse(String text) throws NotJsonException {
    return (List<@Nullable Object>) StrictJson.read(text, JsonToken.START_ARRAY, "JSON array");
  }
}
