package dev.authmock.body;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.authmock.check.Check;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormParserTest {

  @Test
  void a_name_that_no_parameter_has_for_its_length_is_ignored_as_all_unknown_ones_are() {
    assertThat(parse("a=1&" + "x".repeat(65_536) + "&" + "y".repeat(2_000) + "=2&b=3"))
        .containsExactly(entry("a", "1"), entry("b", "3"));
  }

  @Test
  void the_example_of_rfc_6749_appendix_b_is_decoded() {
    assertThat(parse("value=+%25%26%2B%C2%A3%E2%82%AC"))
        .containsExactly(entry("value", " %&+\u00a3\u20ac"));
  }

  @Test
  void names_are_decoded_too() {
    assertThat(parse("pre%2Dauthorized_code=a&user_pin=1"))
        .containsExactly(entry("pre-authorized_code", "a"), entry("user_pin", "1"));
  }

  @Test
  void what_is_behind_the_first_equals_sign_is_the_value() {
    assertThat(parse("a=b=c==")).containsExactly(entry("a", "b=c=="));
  }

  @Test
  void an_empty_parameter_counts_as_not_sent() {
    assertThat(parse("a=&b&c=1&&")).containsExactly(entry("c", "1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=1&a=1", "a=1&b=2&a=", "a&a", "%61=1&a=2"})
  void a_repeated_parameter_is_refused(String body) {
    refuses(body, RequestCheck.PARAMETERS_ONCE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%", "a=%4", "a=%zz", "a=%4g", "%=1", "a=%ff", "a=%c3", "a=%c0%80"})
  void what_is_not_percent_encoded_utf8_is_refused(String body) {
    refuses(body, RequestCheck.REQUEST_ENCODING);
  }

  @Test
  void raw_bytes_that_are_not_utf8_are_refused() {
    assertThatThrownBy(() -> FormParser.parse(new byte[] {'a', '=', (byte) 0xff}))
        .isInstanceOf(RefusedException.class);
  }

  @Test
  void more_than_100_parameters_are_refused() {
    String body =
        IntStream.range(0, 101).mapToObj(i -> "p" + i + "=1").collect(Collectors.joining("&"));
    refuses(body, RequestCheck.REQUEST_READABLE);
  }

  @Test
  void an_empty_body_has_no_parameters() {
    assertThat(parse("")).isEmpty();
  }

  private static void refuses(String body, Check check) {
    assertThatThrownBy(() -> parse(body))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.check()).isEqualTo(check));
  }

  private static Map<String, String> parse(String body) {
    return FormParser.parse(body.getBytes(StandardCharsets.UTF_8));
  }
}
