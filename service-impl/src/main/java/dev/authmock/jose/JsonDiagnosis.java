package dev.authmock.jose;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.Optional;

/**
 * Tells why a text is not the JSON that it should be: nimbus only says "invalid".
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class JsonDiagnosis {

  private static final int MAX_DEPTH = 200;

  private static final JsonFactory STRICT = JsonFactory.builder()
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
      .streamReadConstraints(
          StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
      .build();

  private JsonDiagnosis() {}

  /**
   * What is wrong with the text, as a predicate; empty if nothing is.
   *
   * @param first what it should begin with
   * @param name what it should be, such as "JSON object"
   */
  static Optional<String> of(String text, JsonToken first, String name) {
    try (JsonParser parser = STRICT.createParser(text)) {
      JsonToken begin = parser.nextToken();
      if (begin == null) {
        return Optional.of("is empty");
      }
      if (begin != first) {
        return Optional.of("is not a " + name);
      }
      while (parser.nextToken() != null) {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT
            && Double.isInfinite(parser.getDoubleValue())) {
          return Optional.of("has a number that is too big");
        }
      }
      return Optional.empty();
    } catch (StreamConstraintsException e) {
      return Optional.of("is nested too deeply or has an overlong name or number");
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      return Optional.of(
          message.startsWith("Duplicate field") ? "names a member twice" : "is not valid JSON");
    }
  }
}
