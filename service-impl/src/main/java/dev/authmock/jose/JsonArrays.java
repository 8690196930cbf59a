package dev.authmock.jose;

import com.fasterxml.jackson.core.JsonToken;
import com.nimbusds.jose.util.JSONArrayUtils;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON array that somebody else wrote, and says without quoting it why it is not one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259#section-5">RFC 8259, section 5</a>
 */
public final class JsonArrays {

  private static final String NAME = "JSON array";

  private JsonArrays() {}

  /** The elements; an object among them is a map, and a JSON null is a null. */
  public static List<@Nullable Object> parse(String text) throws NotJsonArrayException {
    // Before nimbus, which is lenient with what is in an array, and has no bound of its own.
    Optional<String> wrong = JsonDiagnosis.of(text, JsonToken.START_ARRAY, NAME);
    if (wrong.isPresent()) {
      throw new NotJsonArrayException(wrong.get());
    }
    try {
      return JSONArrayUtils.parse(text);
    } catch (ParseException | RuntimeException e) {
      throw new NotJsonArrayException("is not a plain " + NAME);
    }
  }
}
