package dev.authmock.json;

import com.fasterxml.jackson.core.JsonToken;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object that somebody else wrote, and says without quoting it why it is not one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-4">RFC 8259, section 4</a>
 */
public final class JsonObjects {

  private JsonObjects() {}

  /** The object with all its members, in their order; no object in it names a member twice. */
  @SuppressWarnings("unchecked") // what begins as an object is read as one
  public static Map<String, @Nullable Object> parse(String text) throws NotJsonException {
    return (Map<String, @Nullable Object>)
        StrictJson.read(text, JsonToken.START_OBJECT, "JSON object");
  }
}
