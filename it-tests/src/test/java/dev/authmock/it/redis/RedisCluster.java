package dev.authmock.it.redis;

import dev.authmock.it.support.Await;
import dev.authmock.it.support.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A Redis Cluster of three masters, each a process of its own that has a third of the slots. */
final class RedisCluster implements AutoCloseable {
  private static final int MASTERS = 3;
  private static final int SLOTS = 16384;
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** The nodes talk to each other at a port that is higher by 10,000. */
  private static final int MAX_PORT = 55_535;

  private final List<RedisServer> masters = new ArrayList<>();

  private RedisCluster() {}

  static RedisCluster start(Path directory) throws IOException {
    RedisCluster cluster = new RedisCluster();
    for (int i = 0; i < MASTERS; i++) {
      cluster.addMaster(Files.createDirectory(directory.resolve("master-" + i)));
    }
    RedisServer first = cluster.masters.get(0);
    for (int i = 0; i < MASTERS; i++) {
      RedisServer master = cluster.masters.get(i);
      master.command(addSlots(i * SLOTS / MASTERS, (i + 1) * SLOTS / MASTERS));
      first.command("CLUSTER", "MEET", "127.0.0.1", Integer.toString(master.port()));
    }
    Await.until("the masters know each other", LIMIT, cluster::isWhole);
    return cluster;
  }

  private void addMaster(Path directory) {
    RedisServer master = RedisServer.stopped(directory, "--cluster-enabled", "yes");
    while (master.port() > MAX_PORT) {
      master = RedisServer.stopped(directory, "--cluster-enabled", "yes");
    }
    masters.add(master);
    master.restart();
  }

  private static String[] addSlots(int from, int to) {
    return Stream.concat(
            Stream.of("CLUSTER", "ADDSLOTS"), IntStream.range(from, to).mapToObj(Integer::toString))
        .toArray(String[]::new);
  }

  private boolean isWhole() throws IOException {
    for (RedisServer master : masters) {
      String info = master.command("CLUSTER", "INFO");
      if (!info.contains("cluster_state:ok") || !info.contains("cluster_known_nodes:" + MASTERS)) {
        return false;
      }
    }
    return true;
  }

  /** One of its nodes; clients find the others by it. */
  List<String> uris() {
    return List.of(masters.get(0).uri().replace("localhost", "127.0.0.1"));
  }

  /** How many keys each master has. */
  List<Integer> keys() throws IOException {
    List<Integer> keys = new ArrayList<>();
    for (RedisServer master : masters) {
      keys.add(master.keys().size());
    }
    return keys;
  }

  @Override
  public void close() {
    masters.forEach(RedisServer::close);
  }
}
