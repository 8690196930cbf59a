package dev.authmock.fetch;

import dev.authmock.fetch.FetchException.Reason;
import java.util.HashMap;
import java.util.Map;

/** Counts what is under way by scheme, host and port, so that one hanging server can't take all threads. */
final class Admission {

  static final int MAX_PER_ORIGIN = 16;
  static final int MAX_IN_ALL = 128;

  private final Map<String, Integer> perOrigin = new HashMap<>();
  private int inAll;

  /** Takes a place, or refuses at once; whoever got one has to {@link #leave} with it. */
  synchronized void enter(String origin) throws FetchException {
    int now = perOrigin.getOrDefault(origin, 0);
    if (now >= MAX_PER_ORIGIN) {
      throw new FetchException(
          Reason.BUSY, MAX_PER_ORIGIN + " requests to " + origin + " are under way already");
    }
    if (inAll >= MAX_IN_ALL) {
      throw new FetchException(
          Reason.BUSY, MAX_IN_ALL + " outgoing requests are under way already");
    }
    perOrigin.put(origin, now + 1);
    inAll++;
  }

  synchronized void leave(String origin) {
    perOrigin.computeIfPresent(origin, (name, now) -> now == 1 ? null : now - 1);
    inAll--;
  }

  synchronized int underWay() {
    return inAll;
  }
}
