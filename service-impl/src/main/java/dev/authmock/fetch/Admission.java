package dev.authmock.fetch;

import dev.authmock.fetch.FetchException.Reason;
import java.util.HashMap;
import java.util.Map;

/** Counts what is under way, so that one hanging host can't take all threads. */
final class Admission {

  static final int MAX_PER_HOST = 16;
  static final int MAX_IN_ALL = 128;

  private final Map<String, Integer> perHost = new HashMap<>();
  private int inAll;

  /** Takes a place, or refuses at once; whoever got one has to {@link #leave} with it. */
  synchronized void enter(String host) throws FetchException {
    int now = perHost.getOrDefault(host, 0);
    if (now >= MAX_PER_HOST) {
      throw new FetchException(
          Reason.BUSY, MAX_PER_HOST + " requests to " + host + " are under way already");
    }
    if (inAll >= MAX_IN_ALL) {
      throw new FetchException(
          Reason.BUSY, MAX_IN_ALL + " outgoing requests are under way already");
    }
    perHost.put(host, now + 1);
    inAll++;
  }

  synchronized void leave(String host) {
    perHost.computeIfPresent(host, (name, now) -> now == 1 ? null : now - 1);
    inAll--;
  }

  synchronized int underWay() {
    return inAll;
  }
}
