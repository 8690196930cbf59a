package dev.authmock.journal;

import dev.authmock.server.Resettable;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The newest requests and their checks; the oldest make room for new ones. */
public interface Journal extends Resettable {

  /** Adds an entry; the oldest goes when there is no room. Never waits, and never fails. */
  void add(JournalEntry entry);

  /** The entry with this id, as long as it is kept. */
  Optional<JournalEntry> find(String id);

  /** All entries, newest first. */
  List<JournalEntry> all();

  /** The newest entries that fit, newest first. */
  List<JournalEntry> newest(int limit, Predicate<JournalEntry> filter);

  /** The entries of one flow that are still kept, oldest first. */
  List<JournalEntry> ofFlow(String flowId);

  /** How many entries are kept now. */
  int size();

  /** How often it has changed: what is the same has the same entries. Asked often; never waits. */
  long changes();

  /** How many entries did not get to the other nodes, where there are any. */
  default long unshared() {
    return 0;
  }

  /** Forgets all entries. */
  void clear();

  /** How often everything was reset: what began before a reset belongs to what is gone. */
  int resets();
}
