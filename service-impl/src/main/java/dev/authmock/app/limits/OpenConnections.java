package dev.authmock.app.limits;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections of one listener: as many as allowed, and at the bound the one that has been in the
 * middle of nothing for long makes room for the next.
 */
final class OpenConnections {
  private static final Logger LOG = LoggerFactory.getLogger(OpenConnections.class);

  /** Until there are so many, what the system allows is not asked for: that costs start-up time. */
  private static final int FEW = 500;

  /** Of the system's file descriptors, those for jars, fetches and other stores. */
  private static final int KEPT_BACK = 200;

  private static final int COMING_AND_GOING = 100;
  private static final int LOOKS = 100;
  private static final long LOG_EVERY = Duration.ofMinutes(1).toNanos();

  /** From the one that has had no look for longest. */
  private final Set<RequestArrival> inLine = new LinkedHashSet<>();

  private final int configured;
  private int allowed;
  private int open;
  private @Nullable Long told;

  OpenConnections(int configured) {
    this.configured = configured;
    this.allowed = Math.min(configured, FEW);
  }

  /** Whether one more may come; it is counted until it has {@link #left}. */
  synchronized boolean admit() {
    if (open >= allowed) {
      allowed = Math.min(configured, descriptors() - KEPT_BACK);
    }
    boolean room = inLine.size() < allowed || makeRoom();
    // Those that are just coming and going are in no line.
    if (!room || open >= allowed + COMING_AND_GOING) {
      return false;
    }
    open++;
    return true;
  }

  synchronized void left() {
    open--;
  }

  synchronized void add(RequestArrival connection) {
    inLine.add(connection);
  }

  synchronized void remove(RequestArrival connection) {
    inLine.remove(connection);
  }

  /** Who has made a request since the last look gets a second chance; who waits for an answer stays. */
  private boolean makeRoom() {
    tell();
    RequestArrival used = null;
    for (int look = 0; look < LOOKS && !inLine.isEmpty(); look++) {
      RequestArrival next = inLine.iterator().next();
      inLine.remove(next);
      if (!next.isAwaitingAnswer() && !next.wasUsed()) {
        next.end();
        return true;
      }
      inLine.add(next);
      if (used == null && !next.isAwaitingAnswer()) {
        used = next;
      }
    }
    if (used != null) {
      inLine.remove(used);
      used.end();
    }
    return used != null;
  }

  private void tell() {
    long now = System.nanoTime();
    if (told == null || now - told > LOG_EVERY) {
      told = now;
      LOG.warn(
          "{} connections are open, and no more are allowed: idle ones have to make room for new"
              + " ones",
          open);
    }
  }

  private static int descriptors() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? (int)
            Math.min(Integer.MAX_VALUE, Math.max(unix.getMaxFileDescriptorCount(), 2 * KEPT_BACK))
        : Integer.MAX_VALUE;
  }
}
