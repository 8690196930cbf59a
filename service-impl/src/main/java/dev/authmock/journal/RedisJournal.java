package dev.authmock.journal;

import dev.authmock.check.RefusedException;
import dev.authmock.redis.InRedis;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A {@link Journal} that nodes on one Redis share.
 *
 * <p>A node has its own entries in memory at once, and those of the others when somebody reads. What
 * Redis does not take, the node still has; where Redis is away, it shows what it has.
 */
@Singleton
@InRedis
class RedisJournal implements Journal {
  private final JournalStream stream;
  private final Outbox outbox;
  private final JournalCopy copy;
  private volatile boolean watched;
  private final AtomicInteger resets = new AtomicInteger();

  RedisJournal(JournalStream stream, JournalConfiguration configuration) {
    this.stream = stream;
    this.copy = new JournalCopy(configuration.getMaxEntries());
    this.outbox = new Outbox(stream, this::keepUp);
  }

  @PostConstruct
  void start() {
    outbox.start();
  }

  @PreDestroy
  void close() throws InterruptedException {
    outbox.close();
  }

  @Override
  public void add(JournalEntry entry) {
    outbox.add(copy.add(entry));
  }

  @Override
  public Optional<JournalEntry> find(String id) {
    Optional<JournalEntry> known = copy.find(id);
    if (known.isPresent()) {
      return known;
    }
    catchUp();
    return copy.find(id);
  }

  @Override
  public List<JournalEntry> all() {
    return newest(Integer.MAX_VALUE, entry -> true);
  }

  @Override
  public List<JournalEntry> newest(int limit, Predicate<JournalEntry> filter) {
    tryToCatchUp();
    return copy.newestFirst().stream().filter(filter).limit(limit).toList();
  }

  @Override
  public List<JournalEntry> ofFlow(String flowId) {
    List<JournalEntry> found = new ArrayList<>();
    for (JournalEntry entry : newest(Integer.MAX_VALUE, each -> flowId.equals(each.flowId()))) {
      found.add(0, entry);
    }
    return found;
  }

  @Override
  public int size() {
    return copy.size();
  }

  /** Those of the other nodes are looked for in the background, as long as somebody asks. */
  @Override
  public long changes() {
    watched = true;
    return copy.changes();
  }

  @Override
  public long unshared() {
    return outbox.dropped();
  }

  @Override
  public void clear() {
    outbox.clear(() -> copy.clear(stream.clear()));
  }

  @Override
  public int resets() {
    return resets.get();
  }

  @Override
  public void reset() {
    resets.incrementAndGet();
    clear();
  }

  private void keepUp() {
    if (watched) {
      watched = false;
      tryToCatchUp();
    }
  }

  private void tryToCatchUp() {
    try {
      catchUp();
    } catch (RefusedException e) {
      // What this node has is worth showing above all when Redis is away.
      return;
    }
  }

  private void catchUp() {
    copy.take(stream.after(copy.seen()));
  }
}
