package dev.authmock.control.curl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.ControlCheck;
import dev.authmock.check.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordsTest {

  @Test
  void blanks_and_line_ends_part_words() {
    assertThat(ShellWords.split("  curl\t-s \r\n -v\n")).containsExactly("curl", "-s", "-v");
    assertThat(ShellWords.split("")).isEmpty();
  }

  @Test
  void nothing_has_a_meaning_in_single_quotes() {
    assertThat(ShellWords.split("curl 'a b' '$x `y` \\ \" & | ; >' ''"))
        .containsExactly("curl", "a b", "$x `y` \\ \" & | ; >", "");
  }

  @Test
  void in_double_quotes_a_backslash_escapes_four_signs_and_a_line_end() {
    assertThat(ShellWords.split("\"a \\\"b\\\" \\$c \\` \\\\ \\d e\\\nf & | ; > 'g'\""))
        .containsExactly("a \"b\" $c ` \\ \\d ef & | ; > 'g'");
  }

  @Test
  void a_backslash_escapes_any_sign_outside_of_quotes() {
    assertThat(ShellWords.split("a\\ b \\'c\\' \\\\ \\$d e\\&f"))
        .containsExactly("a b", "'c'", "\\", "$d", "e&f");
  }

  @Test
  void quoted_and_bare_parts_beside_each_other_are_one_word() {
    assertThat(ShellWords.split("a'b c'\"d e\"f$'\\x67'")).containsExactly("ab cd efg");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl \\\n -d a=b",
        "curl \\\r\n -d a=b",
        "curl \\  \n -d a=b",
        "curl ^\r\n -d a=b",
        "curl ^\n -d a=b",
        "curl `\n -d a=b",
        "curl `\r\n -d a=b",
        "curl -d \\\na=b"
      })
  void each_shell_goes_on_in_the_next_line_in_its_way(String command) {
    assertThat(ShellWords.split(command)).containsExactly("curl", "-d", "a=b");
  }

  @Test
  void the_escapes_of_c_are_known() {
    assertThat(
            ShellWords.split("$'a\\n\\t\\'\\\\\\\"\\x41\\u00e4\\101\\ud83d\\ude00\\U0001f600 \\q'"))
        .containsExactly("a\n\t'\\\"A\u00e4A\ud83d\ude00\ud83d\ude00 \\q");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$'\\xff'", "$'\\x'", "$'\\U00110000'", "$'\\777'", "$'a", "'a", "\"a"})
  void what_is_no_character_or_not_closed_is_refused(String command) {
    assertRefused(command);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -d code=$CODE",
        "curl -d \"code=$CODE\"",
        "curl -d \"code=${CODE}\"",
        "curl -d code=$(cat code)",
        "curl -d \"code=$(cat code)\"",
        "curl -d code=`cat code`",
        "curl -d \"code=`cat code`\"",
        "curl -d $1"
      })
  void what_only_a_shell_can_fill_in_is_refused(String command) {
    assertRefused(command);
  }

  @Test
  void a_dollar_that_stands_for_nothing_is_one() {
    assertThat(ShellWords.split("a$ \"b$\" $ $%")).containsExactly("a$", "b$", "$", "$%");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -s | jq .",
        "curl -s; echo",
        "curl -s > out.txt",
        "curl -s 2>/dev/null",
        "curl -s 2>&1 | less",
        "curl -s && echo done",
        "curl -s &> out",
        "curl -s & ",
        "curl -s < in"
      })
  void the_command_ends_where_the_shell_takes_over(String command) {
    assertThat(ShellWords.split(command)).containsExactly("curl", "-s");
  }

  @Test
  void a_form_that_nobody_quoted_is_refused() {
    assertThatThrownBy(() -> ShellWords.split("curl -d grant_type=a&code=b"))
        .hasMessageContaining("in quotes");
  }

  @Test
  void what_a_browser_copies_for_the_windows_prompt_is_understood() {
    assertThat(
            ShellWords.split("curl ^\"http://localhost/token^\" ^\r\n  -H ^\"Accept: */*^\" ^\r\n"
                + "  --data-raw ^\"a=it's ^%^3A^&b=$x `y` c:\\d ^\\^\"q^\\^\"^\""))
        .containsExactly(
            "curl",
            "http://localhost/token",
            "-H",
            "Accept: */*",
            "--data-raw",
            "a=it's %3A&b=$x `y` c:\\d \"q\"");
  }

  @Test
  void a_caret_in_double_quotes_is_one_at_the_windows_prompt() {
    assertThat(ShellWords.split("curl -d \"a=b^c&d\" ^\n -s"))
        .containsExactly("curl", "-d", "a=b^c&d", "-s");
  }

  private static void assertRefused(String command) {
    assertThatThrownBy(() -> ShellWords.split(command))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.check()).isEqualTo(ControlCheck.EVALUATION_REQUEST));
  }
}
