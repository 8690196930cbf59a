package dev.authmock.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON into maps, lists, strings, longs, doubles, booleans and nulls, takes nothing else for
 * JSON, and says without quoting it why a text is none.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
final class StrictJson {
  private static final int MAX_DEPTH = 200;

  private static final JsonFactory FACTORY = JsonFactory.builder()
      // The names are the senders': one table of them for all would grow by whatever is sent.
      .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
      .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
      .streamReadConstraints(
          StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
      .build();

  private final JsonParser parser;

  private StrictJson(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The one value that the text is.
   *
   * @param first what it should begin with
   * @param name what it should be, such as "JSON object"
   */
  static Object read(String text, JsonToken first, String name) throws NotJsonException {
    try (JsonParser parser = FACTORY.createParser(text)) {
      JsonToken begin = parser.nextToken();
      if (begin != first) {
        throw new NotJsonException(begin == null ? "is empty" : "is not a " + name);
      }
      StrictJson reader = new StrictJson(parser);
      Object read = begin == JsonToken.START_OBJECT ? reader.object() : reader.array();
      if (parser.nextToken() != null) {
        throw new NotJsonException("is not a plain " + name);
      }
      return read;
    } catch (StreamConstraintsException e) {
      throw new NotJsonException("is nested too deeply or has an overlong name or number");
    } catch (IOException e) {
      throw new NotJsonException("is not valid JSON");
    }
  }

  private Map<String, @Nullable Object> object() throws IOException, NotJsonException {
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      int before = members.size();
      members.put(name, value(parser.nextToken()));
      if (members.size() == before) {
        throw new NotJsonException("names a member twice");
      }
    }
    return members;
  }

  private List<@Nullable Object> array() throws IOException, NotJsonException {
    List<@Nullable Object> elements = new ArrayList<>();
    for (JsonToken next = parser.nextToken();
        next != JsonToken.END_ARRAY;
        next = parser.nextToken()) {
      elements.add(value(next));
    }
    return elements;
  }

  private @Nullable Object value(@Nullable JsonToken token) throws IOException, NotJsonException {
    if (token == null) {
      throw new NotJsonException("is not valid JSON");
    }
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT ->
        parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER
            ? finite()
            : (Object) parser.getLongValue();
      case VALUE_NUMBER_FLOAT -> finite();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new NotJsonException("is not valid JSON");
    };
  }

  private Double finite() throws IOException, NotJsonException {
    double number = parser.getDoubleValue();
    if (Double.isInfinite(number)) {
      throw new NotJsonException("has a number that is too big");
    }
    return number;
  }
}
