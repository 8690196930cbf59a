package dev.authmock.journal;

/** Hears of each request as soon as it has its answer. Must be quick and must not throw. */
public interface JournalListener {
  /** An entry was added to the journal. */
  void added(JournalEntry entry);

  /** A request has its answer on which no rule was tried, so that the journal has nothing of it. */
  default void answered(String path, int status) {}
}
