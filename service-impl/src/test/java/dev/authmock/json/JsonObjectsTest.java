package dev.authmock.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonObjectsTest {

  @Test
  void members_keep_their_order_and_their_types() throws Exception {
    Map<String, @Nullable Object> read = JsonObjects.parse(
        " {\"z\": \"é\\u00e9\", \"a\": 1, \"b\": -1.5, \"c\": [true, false, null, {}], \"d\": {\"e\": 1e2}} ");

    assertThat(read.keySet()).containsExactly("z", "a", "b", "c", "d");
    assertThat(read.values())
        .containsExactly(
            "éé", 1L, -1.5, Arrays.asList(true, false, null, Map.of()), Map.of("e", 100.0));
  }

  @Test
  void a_null_is_a_member() throws Exception {
    assertThat(JsonObjects.parse("{\"a\":null}")).containsKey("a").containsValue(null);
  }

  @Test
  void an_integer_beyond_a_long_is_read_roughly() throws Exception {
    assertThat(JsonObjects.parse("{\"a\":9223372036854775807,\"b\":9223372036854775808}"))
        .containsEntry("a", Long.MAX_VALUE)
        .containsEntry("b", 9.223372036854775807E18);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "`` | is empty",
        "[] | is not a JSON object",
        "{ | is not valid JSON",
        "{\"a\" | is not valid JSON",
        "{\"a\": | is not valid JSON",
        "{\"a\":[1 | is not valid JSON",
        "{\"a\":1,} | is not valid JSON",
        "{\"a\":01} | is not valid JSON",
        "{\"a\":NaN} | is not valid JSON",
        "{\"a\":'b'} | is not valid JSON",
        "{a:1} | is not valid JSON",
        "{} // | is not valid JSON",
        "{} {} | is not a plain JSON object",
        "{\"a\":1,\"a\":1} | names a member twice",
        "{\"a\":null,\"a\":null} | names a member twice",
        "{\"a\":[{\"b\":1,\"c\":2,\"b\":1}]} | names a member twice",
        "{\"a\":1e999} | has a number that is too big"
      })
  void what_is_no_object_is_told_why(String text, String predicate) {
    assertThatThrownBy(() -> JsonObjects.parse(text))
        .isInstanceOf(NotJsonException.class)
        .hasMessage(predicate);
  }

  @Test
  void a_number_of_a_thousand_digits_is_too_big_and_a_longer_one_is_not_read() {
    assertThatThrownBy(() -> JsonObjects.parse("{\"a\":" + "9".repeat(900) + "}"))
        .hasMessage("has a number that is too big");
    assertThatThrownBy(() -> JsonObjects.parse("{\"a\":" + "9".repeat(9_000) + "}"))
        .hasMessage("is nested too deeply or has an overlong name or number");
  }

  @Test
  void no_name_that_somebody_sent_is_kept_for_later() throws Exception {
    String name = "n".repeat(1_000);
    String text = "{\"" + name + "\":1}";

    assertThat(JsonObjects.parse(text).keySet().iterator().next())
        .isNotSameAs(JsonObjects.parse(text).keySet().iterator().next());
  }

  @Test
  void what_was_written_is_read_as_the_same() throws Exception {
    Map<String, Object> object = Map.of(
        "a", List.of("\"\\\u0000\u2028\ud83d\ude00é", 1L, -0.5, true),
        "b", Map.of("c", List.of()));

    String written = new String(JsonWriting.bytes(object), UTF_8);
    assertThat(JsonObjects.parse(written)).isEqualTo(object);
  }
}
