package dev.authmock.report;

import java.time.Instant;

/**
 * A request, as far as a report remembers it.
 *
 * @param at when it came
 * @param entryId its journal entry
 */
record Moment(Instant at, String entryId) {}
