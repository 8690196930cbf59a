package dev.authmock.console;

import dev.authmock.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A part of the requests that a filter admits, newest first, and what the filter could be.
 *
 * <p>Made in one pass over the journal, however much it holds.
 */
public final class RequestList {
  /** How many rows a page has. */
  static final int PAGE = 50;

  private static final int MAX_CLIENTS = 100;

  private final RequestFilter filter;
  private final List<RequestRow> rows = new ArrayList<>();
  private final Map<String, Integer> failedChecks = new TreeMap<>();
  private final Set<String> clients = new TreeSet<>();
  private final String newest;
  private final int total;
  private int matching;
  private int newer;
  private boolean hasOlder;

  private RequestList(RequestFilter filter, List<JournalEntry> newestFirst) {
    this.filter = filter;
    this.total = newestFirst.size();
    this.newest = newestFirst.isEmpty() ? "" : newestFirst.get(0).id();
  }

  /**
   * The page of a filter.
   *
   * @param before the id of the entry after which it begins; null for the newest
   */
  static RequestList page(
      RequestFilter filter, List<JournalEntry> newestFirst, @Nullable String before) {
    RequestList list = new RequestList(filter, newestFirst);
    boolean reached = before == null;
    for (JournalEntry entry : newestFirst) {
      list.learn(entry);
      if (filter.admits(entry)) {
        list.matching++;
        if (!reached) {
          list.newer++;
        } else if (list.rows.size() < PAGE) {
          list.rows.add(new RequestRow(entry));
        } else {
          list.hasOlder = true;
        }
      }
      reached = reached || entry.id().equals(before);
    }
    return list;
  }

  private void learn(JournalEntry entry) {
    entry.failedCheck().ifPresent(check -> failedChecks.merge(check.id(), 1, Integer::sum));
    if (entry.clientId() != null && clients.size() < MAX_CLIENTS) {
      clients.add(entry.clientId());
    }
  }

  /**
   * Of the first page, what came after an entry, newest first.
   *
   * @return null if that is not known, or is more than a page
   */
  @Nullable
  RequestList since(List<JournalEntry> newestFirst, String entryId) {
    RequestList fresh = new RequestList(filter, newestFirst);
    fresh.matching = matching;
    for (JournalEntry entry : newestFirst) {
      if (entry.id().equals(entryId)) {
        return fresh;
      }
      if (filter.admits(entry)) {
        fresh.rows.add(new RequestRow(entry));
      }
      if (fresh.rows.size() > PAGE) {
        return null;
      }
    }
    return null;
  }

  /** Which requests are asked for. */
  public RequestFilter filter() {
    return filter;
  }

  /** Those on this page. */
  public List<RequestRow> rows() {
    return rows;
  }

  /** How many the journal holds. */
  public int total() {
    return total;
  }

  /** How many of them the filter admits. */
  public int matching() {
    return matching;
  }

  /** How many of those are on pages before this one. */
  public int newer() {
    return newer;
  }

  /** The id of the newest entry, whether the filter admits it or not; empty where there is none. */
  public String newest() {
    return newest;
  }

  /** The rules that were broken, and how often. */
  public Map<String, Integer> failedChecks() {
    return failedChecks;
  }

  /** The clients that were seen, not all of them where they are many. */
  public Set<String> clients() {
    return clients;
  }

  /** Where the next page is, if there is one. */
  public @Nullable String olderUrl() {
    return hasOlder ? filter.address("before", rows.get(rows.size() - 1).id()) : null;
  }

  /** Where the newest are. */
  public String newestUrl() {
    return filter.address("", "");
  }

  /** The counts, in words. */
  public String counts() {
    if (filter.isEmpty()) {
      return matching == 1 ? "1 request" : matching + " requests";
    }
    return matching + " of " + (total == 1 ? "1 request" : total + " requests");
  }
}
