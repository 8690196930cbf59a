package dev.authmock.journal;

import java.util.Optional;

/**
 * What is in the stream that nodes share.
 *
 * @param place where
 * @param isEnd whether all that came before was cleared
 * @param entryOfOther the entry, if it is one of another node
 */
record StreamItem(Place place, boolean isEnd, Optional<JournalEntry> entryOfOther) {}
