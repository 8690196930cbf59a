package dev.authmock.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonArraysTest {

  @Test
  void an_array_is_read_with_what_is_in_it() throws Exception {
    assertThat(JsonArrays.parse(" [1, \"a\", {\"b\": [true]}, []] "))
        .hasSize(4)
        .contains("a", Map.of("b", List.of(true)), List.of());
    assertThat(JsonArrays.parse("[null]")).containsOnlyNulls();
  }

  @Test
  void numbers_are_read_as_they_are_in_objects() throws Exception {
    assertThat(JsonArrays.parse("[{\"a\": 1, \"b\": 1.5}]"))
        .isEqualTo(List.of(JsonObjects.parse("{\"a\": 1, \"b\": 1.5}")));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "`` | is empty",
        "{} | is not a JSON array",
        "\"[]\" | is not a JSON array",
        "[ | is not valid JSON",
        "[1,] | is not valid JSON",
        "['a'] | is not valid JSON",
        "[a] | is not valid JSON",
        "[] x | is not valid JSON",
        "[] [] | is not a plain JSON array",
        "[{\"a\":1,\"a\":2}] | names a member twice",
        "[1e999] | has a number that is too big"
      })
  void what_is_no_array_is_told_why(String text, String predicate) {
    assertThatThrownBy(() -> JsonArrays.parse(text))
        .isInstanceOf(NotJsonException.class)
        .hasMessage(predicate);
  }

  @Test
  void an_array_nested_beyond_reason_is_refused() {
    assertThatThrownBy(() -> JsonArrays.parse("[".repeat(10_000) + "]".repeat(10_000)))
        .hasMessage("is nested too deeply or has an overlong name or number");
  }
}
