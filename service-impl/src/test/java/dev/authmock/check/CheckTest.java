package dev.authmock.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CheckTest {

  @Test
  void no_two_rules_have_one_id() {
    assertThat(Checks.all().stream().map(Check::id)).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_rule_is_one_sentence_of_allowed_characters_with_a_source(Check check) {
    assertThat(check.id()).matches("[a-z][a-z0-9_.-]*");
    assertThat(check.statement()).matches("[A-Z][^\"\\\\]*\\.");
    assertThat(check.statement().chars()).allMatch(c -> c >= 0x20 && c <= 0x7e);
    assertThat(check.statement()).contains(" must ");
    assertThat(check.reference().url()).startsWith("https://").contains("#");
  }

  static List<Check> rules() {
    return Checks.all();
  }
}
