package dev.authmock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every journal does. */
abstract class JournalContract {
  static final int MAX_ENTRIES = 5;

  private Journal journal;

  /** A journal with these settings and no entry. */
  abstract Journal empty(JournalConfiguration settings);

  @BeforeEach
  final void haveJournal() {
    journal = empty(settings());
  }

  @Test
  void an_entry_is_found_by_its_id_at_once() {
    JournalEntry entry = SomeEntries.full("1");
    journal.add(entry);

    assertThat(journal.find("1")).contains(entry);
    assertThat(journal.find("2")).isEmpty();
  }

  @Test
  void entries_come_newest_first_and_the_oldest_goes() {
    add(7);

    assertThat(journal.all()).extracting(JournalEntry::id).containsExactly("6", "5", "4", "3", "2");
    assertThat(journal.size()).isEqualTo(MAX_ENTRIES);
    assertThat(journal.find("1")).isEmpty();
  }

  @Test
  void those_that_fit_are_counted_up_to_the_limit() {
    add(5);

    assertThat(journal.newest(2, entry -> !entry.id().equals("4")))
        .extracting(JournalEntry::id)
        .containsExactly("3", "2");
  }

  @Test
  void a_flow_is_told_from_its_beginning() {
    journal.add(SomeEntries.plain("1", "one"));
    journal.add(SomeEntries.plain("2", "other"));
    journal.add(SomeEntries.plain("3", "one"));

    assertThat(journal.ofFlow("one")).extracting(JournalEntry::id).containsExactly("1", "3");
    assertThat(journal.ofFlow("none")).isEmpty();
  }

  @Test
  void it_counts_its_changes() {
    long before = journal.changes();
    add(1);
    long after = journal.changes();

    assertThat(after).isGreaterThan(before);
    assertThat(journal.changes()).isEqualTo(after);
  }

  @Test
  void who_clears_it_has_an_empty_one_that_goes_on() {
    add(3);
    journal.clear();

    assertThat(journal.all()).isEmpty();
    assertThat(journal.find("1")).isEmpty();
    assertThat(journal.resets()).isZero();
    add(1);
    assertThat(journal.all()).hasSize(1);
  }

  @Test
  void a_reset_clears_it_and_is_counted() {
    add(3);
    journal.reset();

    assertThat(journal.all()).isEmpty();
    assertThat(journal.resets()).isEqualTo(1);
  }

  static JournalConfiguration settings() {
    JournalConfiguration settings = new JournalConfiguration();
    settings.setMaxEntries(MAX_ENTRIES);
    return settings;
  }

  private void add(int count) {
    IntStream.range(0, count)
        .forEach(i -> journal.add(SomeEntries.plain(Integer.toString(i), null)));
  }
}
