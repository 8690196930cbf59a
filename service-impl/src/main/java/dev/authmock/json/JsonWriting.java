package dev.authmock.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.BufferRecycler;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes what has JSON's types as JSON: strings, numbers, booleans, nulls, and collections and maps of
 * them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8259">RFC 8259</a>
 */
public final class JsonWriting {
  private static final JsonFactory FACTORY = JsonFactory.builder()
      // A character is as long as it is, also one beyond U+FFFF; half of one stays an escape.
      .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
      .build();

  private JsonWriting() {}

  /**
   * The object in UTF-8, its members in the order of the map.
   *
   * @throws IllegalArgumentException if there is anything in it that JSON has not, or too many levels
   */
  public static byte[] bytes(Map<String, ? extends @Nullable Object> object) {
    return written(object);
  }

  /**
   * The value as a text.
   *
   * @throws IllegalArgumentException if it is, or has in it, anything that JSON has not, or too many
   *     levels
   */
  public static String text(@Nullable Object value) {
    return new String(written(value), StandardCharsets.UTF_8);
  }

  private static byte[] written(@Nullable Object value) {
    // Jackson's own buffers, used again as its ObjectMapper does: else each token leaves one
    // behind.
    BufferRecycler buffers = FACTORY._getBufferRecycler();
    ByteArrayBuilder written = new ByteArrayBuilder(buffers);
    try {
      try (JsonGenerator json = FACTORY.createGenerator(written)) {
        write(json, value);
      }
      return written.getClearAndRelease();
    } catch (IOException e) {
      // Nothing here writes to a file: it is of what is too much for the generator.
      throw new IllegalArgumentException("JSON can't be nested so deeply", e);
    } finally {
      buffers.releaseToPool();
    }
  }

  private static void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof String text) {
      json.writeString(text);
    } else if (value instanceof Map<?, ?> object) {
      json.writeStartObject();
      for (Map.Entry<?, ?> member : object.entrySet()) {
        json.writeFieldName(String.valueOf(member.getKey()));
        write(json, member.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Collection<?> array) {
      json.writeStartArray();
      for (Object element : array) {
        write(json, element);
      }
      json.writeEndArray();
    } else if (value instanceof Number number) {
      write(json, number);
    } else if (value instanceof Boolean flag) {
      json.writeBoolean(flag);
    } else if (value == null) {
      json.writeNull();
    } else {
      throw new IllegalArgumentException("JSON has no " + value.getClass().getSimpleName());
    }
  }

  private static void write(JsonGenerator json, Number number) throws IOException {
    if (number instanceof Long || number instanceof Integer || number instanceof Short) {
      json.writeNumber(number.longValue());
    } else if (number instanceof Float single && Float.isFinite(single)) {
      json.writeNumber(single);
    } else if (number instanceof BigInteger big) {
      json.writeNumber(big);
    } else if (number instanceof BigDecimal big) {
      json.writeNumber(big);
    } else if (Double.isFinite(number.doubleValue())) {
      json.writeNumber(number.doubleValue());
    } else {
      throw new IllegalArgumentException("JSON has no " + number);
    }
  }
}
