package dev.authmock.journal;

import dev.authmock.check.RefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes this node's entries to the other nodes, behind the requests: what Redis does not take in time
 * is dropped, and counted.
 */
final class Outbox {
  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
  private static final int MAX_WAITING = 1000;
  private static final int MAX_BATCH = 100;

  /** After each entry: nobody reads more than a thousand a second, and the requests need Redis. */
  private static final long PAUSE_NANOS = Duration.ofMillis(1).toNanos();

  private static final long IDLE_NANOS = Duration.ofMillis(250).toNanos();
  private static final long WARNING_NANOS = Duration.ofSeconds(30).toNanos();
  private static final long LAST_WORDS_MILLIS = 1000;

  private final JournalStream stream;
  private final Runnable meanwhile;
  private final BlockingQueue<Kept> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
  private final ReentrantLock writing = new ReentrantLock();
  private final AtomicLong dropped = new AtomicLong();
  private final Warning warning = new Warning();
  private final Thread thread = new Thread(this::run, "journal-outbox");
  private volatile Place last = Place.FIRST;
  private volatile boolean idle;
  private volatile boolean closing;

  /**
   * Makes it ready to start.
   *
   * @param meanwhile what its thread does in between, a few times a second
   */
  Outbox(JournalStream stream, Runnable meanwhile) {
    this.stream = stream;
    this.meanwhile = meanwhile;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  /** Has an entry written soon; where there is no room, the oldest of those that wait goes. */
  void add(Kept kept) {
    while (!waiting.offer(kept)) {
      Kept oldest = waiting.poll();
      if (oldest != null) {
        drop(List.of(oldest));
      }
    }
    if (idle) {
      LockSupport.unpark(thread);
    }
  }

  /** How many did not get to the other nodes. */
  long dropped() {
    return dropped.get();
  }

  /** Forgets what waits, and has something done while nothing is written. */
  void clear(Runnable then) {
    writing.lock();
    try {
      waiting.clear();
      then.run();
    } finally {
      writing.unlock();
    }
  }

  /** Writes what waits, if that can be done soon, and ends. */
  void close() throws InterruptedException {
    closing = true;
    LockSupport.unpark(thread);
    thread.join(LAST_WORDS_MILLIS);
  }

  private void run() {
    while (!closing || !waiting.isEmpty()) {
      try {
        int written = writeSome();
        meanwhile.run();
        rest(written);
      } catch (RuntimeException e) {
        LOG.error("The journal could not be shared", e);
      }
    }
  }

  private void rest(int written) {
    idle = written == 0;
    if (!closing && (written > 0 || waiting.isEmpty())) {
      LockSupport.parkNanos(written == 0 ? IDLE_NANOS : written * PAUSE_NANOS);
    }
    idle = false;
  }

  private int writeSome() {
    writing.lock();
    try {
      List<Kept> batch = new ArrayList<>();
      waiting.drainTo(batch, MAX_BATCH);
      if (!batch.isEmpty()) {
        write(batch);
      }
      return batch.size();
    } finally {
      writing.unlock();
    }
  }

  private void write(List<Kept> batch) {
    try {
      List<Place> places = stream.append(
          batch.stream().map(kept -> EntryJson.write(kept.entry())).toList());
      for (int i = 0; i < batch.size(); i++) {
        last = places.get(i);
        batch.get(i).placeAt(last);
      }
    } catch (RefusedException e) {
      drop(batch);
    } catch (RuntimeException e) {
      drop(batch);
      throw e;
    }
  }

  private void drop(List<Kept> some) {
    some.forEach(kept -> kept.placeAt(last));
    warning.tell(dropped.addAndGet(some.size()));
  }

  /** Says it in the log, but not for each entry. */
  private static final class Warning {
    private long toldAt;
    private boolean told;

    synchronized void tell(long dropped) {
      long now = System.nanoTime();
      if (!told || now - toldAt > WARNING_NANOS) {
        told = true;
        toldAt = now;
        LOG.warn(
            "Redis did not take the journal's entries in time; other nodes will not have them: {} so far",
            dropped);
      }
    }
  }
}
