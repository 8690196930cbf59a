package dev.authmock.console;

import org.jspecify.annotations.Nullable;

/**
 * The list as its page shows it.
 *
 * @param list the requests
 * @param mode how it is kept up to date
 * @param shown how many rows the page has by now
 */
public record RequestsView(RequestList list, Mode mode, int shown) {

  /** How a page learns of new requests. */
  public enum Mode {
    /** It is told that there are some. */
    LIVE,
    /** It asks by and by: no more streams are to be had. */
    POLLED,
    /** Not at all. */
    PAUSED,
    /** It shows older ones, and says only how many are new. */
    OLDER
  }

  /** Whether rows come by themselves. */
  public boolean polls() {
    return mode == Mode.LIVE || mode == Mode.POLLED;
  }

  /** When it asks for new rows; a page that is told asks now and then too, lest its stream be lost. */
  public @Nullable String trigger() {
    return switch (mode) {
      case LIVE -> "sse:" + EventStreams.CHANGED + ", every 20s";
      case POLLED -> "every 5s";
      case PAUSED, OLDER -> null;
    };
  }

  /** Where the same list stands still. */
  public String pausedUrl() {
    return list.filter().address("live", "off");
  }

  /** What is said where there are no rows. */
  public String emptyText() {
    if (mode == Mode.OLDER) {
      return "Nothing older is kept.";
    }
    return list.filter().isEmpty()
        ? "No request has come yet. As soon as one is judged, it stands here."
        : "No request that is kept fits this filter.";
  }
}
