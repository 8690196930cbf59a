package dev.authmock.journal;

import java.util.Comparator;

/**
 * Where an entry stands among those of all nodes: the id that Redis gave it, which only goes up.
 *
 * @see <a href="https://redis.io/docs/latest/develop/data-types/streams/">Redis streams</a>
 */
record Place(long millis, long sequence) implements Comparable<Place> {
  /** Before all others. */
  static final Place FIRST = new Place(0, 0);

  /** After all others: not written yet. */
  static final Place LAST = new Place(Long.MAX_VALUE, Long.MAX_VALUE);

  private static final Comparator<Place> ORDER =
      Comparator.comparingLong(Place::millis).thenComparingLong(Place::sequence);

  static Place parse(String id) {
    int dash = id.indexOf('-');
    return new Place(Long.parseLong(id.substring(0, dash)), Long.parseLong(id.substring(dash + 1)));
  }

  /** The one right after it. */
  Place next() {
    return new Place(millis, sequence + 1);
  }

  @Override
  public int compareTo(Place other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return millis + "-" + sequence;
  }
}
