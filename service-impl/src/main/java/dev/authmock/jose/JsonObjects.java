package dev.authmock.jose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.io.IOException;
import java.text.ParseException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON object that somebody else wrote, and says without quoting it why it is not one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public final class JsonObjects {

  private static final int MAX_DEPTH = 200;

  // nimbus only says "invalid", so what it refuses is read a second time by a parser that tells.
  private static final JsonFactory DIAGNOSIS = JsonFactory.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
      .streamReadConstraints(
          StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
      .build();

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
    try (JsonParser parser = DIAGNOSIS.createParser(text)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return "is empty";
      }
      if (first != JsonToken.START_OBJECT) {
        return "is not a JSON object";
      }
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
            && Double.isInfinite(parser.getDoubleValue())) {
          return "has a number that is too big";
        }
      }
      return "is not a plain JSON object";
    } catch (StreamConstraintsException e) {
      return "is nested too deeply or has an overlong name or number";
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      return message.startsWith("Duplicate field") ? "names a member twice" : "is not valid JSON";
    }
  }
}
