package dev.authmock.journal;

import dev.authmock.redis.InMemory;
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

/** A {@link Journal} in the memory of this process. */
@Singleton
@InMemory
class InMemoryJournal implements Journal {
  private final int maxEntries;
  private final Deque<JournalEntry> newestFirst = new ArrayDeque<>();
  private final Map<String, JournalEntry> byId = new HashMap<>();
  private long changes;
  private volatile int resets;

  InMemoryJournal(JournalConfiguration configuration) {
    this.maxEntries = configuration.getMaxEntries();
  }

  @Override
  public synchronized void add(JournalEntry entry) {
    changes++;
    newestFirst.addFirst(entry);
    byId.put(entry.id(), entry);
    if (newestFirst.size() > maxEntries) {
      byId.remove(newestFirst.removeLast().id());
    }
  }

  @Override
  public synchronized Optional<JournalEntry> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  @Override
  public synchronized List<JournalEntry> all() {
    return new ArrayList<>(newestFirst);
  }

  @Override
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

  @Override
  public synchronized List<JournalEntry> ofFlow(String flowId) {
    List<JournalEntry> found = new ArrayList<>();
    newestFirst.descendingIterator().forEachRemaining(entry -> {
      if (flowId.equals(entry.flowId())) {
        found.add(entry);
      }
    });
    return found;
  }

  @Override
  public synchronized int size() {
    return newestFirst.size();
  }

  @Override
  public synchronized long changes() {
    return changes;
  }

  @Override
  public synchronized void clear() {
    changes++;
    newestFirst.clear();
    byId.clear();
  }

  @Override
  public int resets() {
    return resets;
  }

  @Override
  public synchronized void reset() {
    resets++;
    clear();
  }
}
