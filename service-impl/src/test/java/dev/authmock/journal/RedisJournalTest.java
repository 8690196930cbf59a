package dev.authmock.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.RefusedException;
import dev.authmock.redis.Redis;
import dev.authmock.redis.RedisKeys;
import dev.authmock.redis.RedisKind;
import dev.authmock.redis.RedisScript;
import dev.authmock.redis.TestRedis;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisJournalTest extends JournalContract {
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(5);

  private final RedisKeys keys = TestRedis.keysOf(TestRedis.ofItsOwn());
  private final List<RedisJournal> nodes = new ArrayList<>();

  @Override
  Journal empty(JournalConfiguration settings) {
    return node(TestRedis.connected(), settings);
  }

  private RedisJournal node() {
    return node(TestRedis.connected(), settings());
  }

  private RedisJournal node(Redis redis, JournalConfiguration settings) {
    RedisJournal journal =
        new RedisJournal(new JournalStream(redis, keys, settings, new SecureRandom()), settings);
    journal.start();
    nodes.add(journal);
    return journal;
  }

  @AfterEach
  void stopNodes() throws InterruptedException {
    for (RedisJournal node : nodes) {
      node.close();
    }
  }

  @Test
  void what_one_node_adds_the_other_finds_and_lists() {
    RedisJournal one = node();
    RedisJournal other = node();
    JournalEntry entry = SomeEntries.full("1");
    one.add(entry);

    await(() -> other.find("1").isPresent());
    assertThat(other.find("1")).contains(entry);
    assertThat(other.all()).containsExactly(entry);
    assertThat(other.ofFlow("flow-1")).containsExactly(entry);
  }

  @Test
  void both_have_the_entries_of_both_in_one_order() {
    RedisJournal one = node();
    RedisJournal other = node();
    for (int i = 1; i <= 4; i++) {
      RedisJournal node = i % 2 == 0 ? one : other;
      RedisJournal reader = i % 2 == 0 ? other : one;
      String id = Integer.toString(i);
      node.add(SomeEntries.plain(id, "flow"));
      await(() -> reader.find(id).isPresent());
    }

    assertThat(one.ofFlow("flow")).extracting(JournalEntry::id).containsExactly("1", "2", "3", "4");
    assertThat(other.all()).isEqualTo(one.all());
  }

  @Test
  void all_nodes_together_keep_no_more_than_one_would() {
    RedisJournal one = node();
    RedisJournal other = node();
    for (int i = 0; i < 3 * MAX_ENTRIES; i++) {
      (i % 2 == 0 ? one : other).add(SomeEntries.plain(Integer.toString(i), null));
    }

    await(() -> one.all().size() == MAX_ENTRIES && one.all().equals(other.all()));
    assertThat(inRedis()).isEqualTo(MAX_ENTRIES);
  }

  @Test
  void a_node_that_starts_later_has_what_came_before() {
    RedisJournal one = node();
    one.add(SomeEntries.full("1"));
    await(() -> inRedis() == 1);

    assertThat(node().find("1")).isPresent();
  }

  @Test
  void what_one_node_clears_is_gone_at_the_other() {
    RedisJournal one = node();
    RedisJournal other = node();
    one.add(SomeEntries.full("1"));
    other.add(SomeEntries.full("2"));
    await(() -> one.all().size() == 2 && other.all().size() == 2);
    one.reset();

    assertThat(one.all()).isEmpty();
    assertThat(other.all()).isEmpty();
    assertThat(other.find("2")).isEmpty();
    assertThat(node().all()).isEmpty();
    other.add(SomeEntries.full("3"));
    await(() -> one.find("3").isPresent());
    assertThat(one.all()).hasSize(1);
  }

  @Test
  void who_watches_one_node_hears_of_the_other() {
    RedisJournal one = node();
    RedisJournal other = node();
    long before = one.changes();
    other.add(SomeEntries.full("1"));

    await(() -> one.changes() > before);
  }

  @Test
  void a_node_that_stops_has_written_what_it_had() throws InterruptedException {
    RedisJournal one = node();
    for (int i = 0; i < MAX_ENTRIES; i++) {
      one.add(SomeEntries.plain(Integer.toString(i), null));
    }
    one.close();

    assertThat(node().all()).hasSize(MAX_ENTRIES);
  }

  @Test
  void where_redis_is_away_a_node_has_its_own_entries_and_counts_what_the_others_miss() {
    RedisJournal journal =
        node(TestRedis.connect("redis://127.0.0.1:1", TestRedis.ofItsOwn()), settings());
    journal.add(SomeEntries.full("1"));

    assertThat(journal.find("1")).isPresent();
    await(() -> journal.unshared() == 1);
    assertThat(journal.all()).hasSize(1);
    assertThatThrownBy(() -> journal.find("2")).isInstanceOf(RefusedException.class);
  }

  @Test
  void what_waits_for_redis_is_bounded_and_nobody_waits_with_it() {
    RedisJournal journal =
        node(TestRedis.connect("redis://127.0.0.1:1", TestRedis.ofItsOwn()), settings());
    for (int i = 0; i < 5000; i++) {
      journal.add(SomeEntries.plain(Integer.toString(i), null));
    }

    assertThat(journal.all()).extracting(JournalEntry::id).startsWith("4999", "4998");
    await(() -> journal.unshared() == 5000);
  }

  @Test
  void what_is_no_entry_is_passed_over() {
    RedisJournal one = node();
    TestRedis.connected()
        .run(
            new RedisScript(
                "return {redis.call('XADD', KEYS[1], '*', 'node', 'x', 'entry', '{}')}"),
            keys.plain(RedisKind.JOURNAL, "entries"));
    node().add(SomeEntries.full("1"));

    await(() -> one.find("1").isPresent());
    assertThat(one.all()).hasSize(1);
  }

  private long inRedis() {
    return TestRedis.connected()
        .run(
            new RedisScript("return {redis.call('XLEN', KEYS[1])}"),
            keys.plain(RedisKind.JOURNAL, "entries"))
        .number(0);
  }

  private static void await(BooleanSupplier holds) {
    long end = System.nanoTime() + LIMIT_NANOS;
    while (!holds.getAsBoolean()) {
      assertThat(System.nanoTime()).as("the time it may take").isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
    }
  }
}
