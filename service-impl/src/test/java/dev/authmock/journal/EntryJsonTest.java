package dev.authmock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.check.Check;
import dev.authmock.check.Checks;
import dev.authmock.check.Difference;
import dev.authmock.check.Finding;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryJsonTest {

  @Test
  void an_entry_is_read_as_it_was_written() {
    for (JournalEntry entry :
        List.of(SomeEntries.full("1"), SomeEntries.plain("2", null), SomeEntries.plain("3", "f"))) {
      assertThat(EntryJson.read(EntryJson.write(entry))).contains(entry);
    }
  }

  @Test
  void its_parameters_keep_their_order() {
    JournalEntry entry = SomeEntries.full("1");

    assertThat(EntryJson.read(EntryJson.write(entry)).orElseThrow().parameters().keySet())
        .containsExactlyElementsOf(entry.parameters().keySet());
  }

  @Test
  void every_rule_is_known_by_its_id() {
    List<Finding> findings = new ArrayList<>();
    for (Check check : Checks.all()) {
      findings.add(new Finding(check, null));
      findings.add(new Finding(check, new Difference("one", "another")));
    }
    JournalEntry entry = withFindings(findings);

    assertThat(EntryJson.read(EntryJson.write(entry))).contains(entry);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "[]", "null", "{\"id\":1}", "something else"})
  void what_is_no_entry_is_none(String text) {
    assertThat(EntryJson.read(text)).isEmpty();
  }

  @Test
  void an_entry_with_a_rule_that_only_another_version_has_is_none() {
    String text = EntryJson.write(SomeEntries.full("1")).replace("user_pin.form", "user_pin.new");

    assertThat(EntryJson.read(text)).isEmpty();
  }

  private static JournalEntry withFindings(List<Finding> findings) {
    JournalEntry plain = SomeEntries.plain("1", null);
    return new JournalEntry(
        plain.id(),
        plain.receivedAt(),
        plain.duration(),
        plain.method(),
        plain.path(),
        null,
        null,
        null,
        plain.parameters(),
        plain.jwts(),
        plain.answer(),
        plain.answerJwts(),
        plain.faults(),
        plain.status(),
        null,
        findings);
  }
}
