package dev.authmock.jose;

import com.fasterxml.jackson.core.JsonToken;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object that somebody else wrote, and says without quoting it why it is not one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-4">RFC 8259, section 4</a>
 */
public final class JsonObjects {

  private static final String NAME = "JSON object";

  private JsonObjects() {}

  /** The object with all its members; of a member named twice in an inner object, the last. */
  public static Map<String, @Nullable Object> parse(String text) throws NotJsonObjectException {
    // Left to itself, nimbus also takes an array of pairs for an object.
    if (!text.stripLeading().startsWith("{")) {
      throw new NotJsonObjectException(reason(text));
    }
    try {
      return JSONObjectUtils.parse(text);
    } catch (ParseException | RuntimeException e) {
      throw new NotJsonObjectException(reason(text));
    }
  }

  private static String reason(String text) {
    return JsonDiagnosis.of(text, JsonToken.START_OBJECT, NAME).orElse("is not a plain " + NAME);
  }
}
