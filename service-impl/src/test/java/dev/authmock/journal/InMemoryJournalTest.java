package dev.authmock.journal;

class InMemoryJournalTest extends JournalContract {

  @Override
  Journal empty(JournalConfiguration settings) {
    return new InMemoryJournal(settings);
  }
}
