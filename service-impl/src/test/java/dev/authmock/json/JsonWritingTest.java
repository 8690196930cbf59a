package dev.authmock.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonWritingTest {

  @Test
  void members_are_written_in_their_order() {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("iss", "https://issuer.example");
    object.put("iat", 1_795_000_000L);
    object.put("aud", List.of("a", "b"));
    object.put("none", null);
    object.put("inner", Map.of("set", Set.of(true)));

    assertThat(written(object))
        .isEqualTo("{\"iss\":\"https://issuer.example\",\"iat\":1795000000,"
            + "\"aud\":[\"a\",\"b\"],\"none\":null,\"inner\":{\"set\":[true]}}");
  }

  @Test
  void numbers_are_written_as_they_are() {
    assertThat(written(Map.of(
            "a",
            Arrays.asList(
                1,
                -2L,
                (short) 3,
                1.5,
                0.1f,
                new BigInteger("9223372036854775808"),
                new BigDecimal("0.10")))))
        .isEqualTo("{\"a\":[1,-2,3,1.5,0.1,9223372036854775808,0.10]}");
  }

  @Test
  void what_json_has_not_is_refused() {
    for (Object other : List.of(Instant.EPOCH, Double.NaN, Double.POSITIVE_INFINITY, 'c')) {
      assertThatThrownBy(() -> JsonWriting.bytes(Map.of("a", List.of(other))))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void a_text_may_be_of_any_value() {
    assertThat(JsonWriting.text("\"é")).isEqualTo("\"\\\"é\"");
    assertThat(JsonWriting.text(1.5)).isEqualTo("1.5");
    assertThat(JsonWriting.text(null)).isEqualTo("null");
    assertThat(JsonWriting.text(List.of(Map.of("a", true)))).isEqualTo("[{\"a\":true}]");
  }

  @Test
  void a_character_is_written_as_it_is_wherever_it_stands_in_unicode() {
    assertThat(JsonWriting.text("é\u2028\ud83d\ude00")).isEqualTo("\"é\u2028\ud83d\ude00\"");
  }

  @Test
  void what_is_nested_beyond_reason_is_refused() {
    Object nested = 1;
    for (int level = 0; level < 10_000; level++) {
      nested = List.of(nested);
    }
    Object deep = nested;

    assertThatThrownBy(() -> JsonWriting.text(deep)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void half_a_character_is_read_as_it_was_written() throws Exception {
    Map<String, Object> half = Map.of("a\ud800", "\udc00b");

    assertThat(JsonObjects.parse(JsonWriting.text(half))).isEqualTo(half);
  }

  private static String written(Map<String, @Nullable Object> object) {
    return new String(JsonWriting.bytes(object), UTF_8);
  }
}
