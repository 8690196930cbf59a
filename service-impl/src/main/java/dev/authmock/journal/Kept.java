package dev.authmock.journal;

/** An entry as one node has it, and where it stands among those of all nodes. */
final class Kept {
  private final JournalEntry entry;
  private volatile Place place;

  private Kept(JournalEntry entry, Place place) {
    this.entry = entry;
    this.place = place;
  }

  /** An entry of this node, which has no place yet: until then it is the newest. */
  static Kept own(JournalEntry entry) {
    return new Kept(entry, Place.LAST);
  }

  /** An entry of another node. */
  static Kept other(JournalEntry entry, Place place) {
    return new Kept(entry, place);
  }

  JournalEntry entry() {
    return entry;
  }

  Place place() {
    return place;
  }

  /** It was written there; or it never will be, and stays behind the one that was. */
  void placeAt(Place now) {
    place = now;
  }
}
