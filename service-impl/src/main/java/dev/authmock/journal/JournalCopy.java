package dev.authmock.journal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What one node has of the shared journal: its own entries, and of the others' what it has read. */
final class JournalCopy {
  private final int maxEntries;
  private final Deque<Kept> own = new ArrayDeque<>();
  private final Deque<Kept> others = new ArrayDeque<>();
  private final Map<String, JournalEntry> byId = new HashMap<>();
  private Place seen = Place.FIRST;
  private long changes;

  JournalCopy(int maxEntries) {
    this.maxEntries = maxEntries;
  }

  /** Adds an entry of this node. */
  synchronized Kept add(JournalEntry entry) {
    Kept kept = Kept.own(entry);
    keep(kept, own);
    return kept;
  }

  /** Up to where the entries of the others were read. */
  synchronized Place seen() {
    return seen;
  }

  /** Takes over what was read, oldest first. */
  synchronized void take(List<StreamItem> items) {
    for (StreamItem item : items) {
      // Two readers may have got the same.
      if (item.place().compareTo(seen) > 0) {
        seen = item.place();
        if (item.isEnd()) {
          forgetUpTo(seen);
        }
        item.entryOfOther().ifPresent(entry -> keep(Kept.other(entry, item.place()), others));
      }
    }
  }

  synchronized Optional<JournalEntry> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** As many as are kept, in the order in which they came to Redis. */
  List<JournalEntry> newestFirst() {
    List<Placed> all = placed();
    // The places are those of one moment; that of an own entry may come while this sorts.
    all.sort(Comparator.comparing(Placed::place));
    Collections.reverse(all);
    return all.stream().limit(maxEntries).map(Placed::entry).toList();
  }

  synchronized int size() {
    return Math.min(maxEntries, own.size() + others.size());
  }

  /** How often it has changed. */
  synchronized long changes() {
    return changes;
  }

  /** Forgets all entries: those of the others up to that place for good. */
  synchronized void clear(Place upTo) {
    changes++;
    own.clear();
    others.clear();
    byId.clear();
    if (upTo.compareTo(seen) > 0) {
      seen = upTo;
    }
  }

  private synchronized List<Placed> placed() {
    List<Placed> all = new ArrayList<>(own.size() + others.size());
    own.forEach(kept -> all.add(new Placed(kept.entry(), kept.place())));
    others.forEach(kept -> all.add(new Placed(kept.entry(), kept.place())));
    return all;
  }

  private void keep(Kept kept, Deque<Kept> among) {
    changes++;
    among.addLast(kept);
    byId.put(kept.entry().id(), kept.entry());
    if (among.size() > maxEntries) {
      byId.remove(among.removeFirst().entry().id());
    }
  }

  /** Another node has cleared the journal; what is on its way there comes after that. */
  private void forgetUpTo(Place end) {
    changes++;
    others.forEach(kept -> byId.remove(kept.entry().id()));
    others.clear();
    own.removeIf(kept -> {
      boolean isGone = kept.place().compareTo(end) < 0;
      if (isGone) {
        byId.remove(kept.entry().id());
      }
      return isGone;
    });
  }

  private record Placed(JournalEntry entry, Place place) {}
}
