package dev.authmock.journal;

import dev.authmock.server.Resettable;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The newest requests and their checks, in memory; the oldest make room for new ones. */
@Singleton
public class Journal implements Resettable {
  private final int maxEntries;
  private final Deque<JournalEntry> newestFirst = new ArrayDeque<>();
  private final Map<String, JournalEntry> byId = new HashMap<>();
  private long changes;
  private volatile int resets;

  Journal(JournalConfiguration configuration) {
    this.maxEntries = configuration.getMaxEntries();
  }

  /** Adds an entry; the oldest goes when there is no room. */
  public synchronized void add(JournalEntry entry) {
    changes++;
    newestFirst.addFirst(entry);
    byId.put(entry.id(), entry);
    if (newestFirst.size() > maxEntries) {
      byId.remove(newestFirst.removeLast().id());
    }
  }

  /** The entry with this id, as long as it is kept. */
  public synchronized Optional<JournalEntry> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** All entries, newest first. */
  public synchronized List<JournalEntry> all() {
    return new ArrayList<>(newestFirst);
  }

  /** The newest entries that fit, newest first. */
  public synchronized List<JournalEntry> newest(int limit, Predicate<JournalEntry> filter) {
    List<JournalEntry> found = new ArrayList<>();
    Iterator<JournalEntry> entries = newestFirst.iterator();
    while (found.size() < limit && entries.hasNext()) {
      JournalEntry entry = entries.next();
      if (filter.test(entry)) {
        found.add(entry);
      }
    }
    return found;
  }

  /** The entries of one flow that are still kept, oldest first. */
  public synchronized List<JournalEntry> ofFlow(String flowId) {
    List<JournalEntry> found = new ArrayList<>();
    newestFirst.descendingIterator().forEachRemaining(entry -> {
      if (flowId.equals(entry.flowId())) {
        found.add(entry);
      }
    });
    return found;
  }

  /** How many entries are kept now. */
  public synchronized int size() {
    return newestFirst.size();
  }

  /** How often it has changed: what is the same has the same entries. */
  public synchronized long changes() {
    return changes;
  }

  /** Forgets all entries. */
  public synchronized void clear() {
    changes++;
    newestFirst.clear();
    byId.clear();
  }

  /** How often everything was reset: what began before a reset belongs to what is gone. */
  int resets() {
    return resets;
  }

  @Override
  public synchronized void reset() {
    resets++;
    clear();
  }
}
