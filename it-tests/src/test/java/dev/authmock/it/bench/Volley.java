package dev.authmock.it.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many requests sent over a few connections, each of which sends its next when it has its answer.
 *
 * <p>One thread sends and receives, and it never sleeps: the service is not charged for waking it.
 *
 * @param bodies of the answers, in the order of the requests
 * @param nanos how long each answer took
 * @param seconds how long all of them took together
 */
record Volley(List<String> bodies, long[] nanos, double seconds) {
  static final int CONNECTIONS = 16;

  private static final long PATIENCE_NANOS = 60_000_000_000L;

  /** Sends all of them. */
  static Volley fire(URI baseUrl, List<byte[]> requests) throws IOException {
    try (Selector selector = Selector.open()) {
      return new Firing(baseUrl, requests, selector).run();
    }
  }

  /** How long this part of the answers took at the most, in milliseconds. */
  double quantileMillis(double part) {
    return quantileMillis(nanos, part);
  }

  static double quantileMillis(long[] nanos, double part) {
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.min(sorted.length - 1L, (long) (part * sorted.length))] / 1e6;
  }

  /** One volley while it is fired. */
  private static final class Firing {
    private final List<byte[]> requests;
    private final Selector selector;
    private final List<KeptConnection> connections = new ArrayList<>();
    private final String[] bodies;
    private final long[] nanos;
    private final long[] sentAt;
    private int next;
    private int answered;

    Firing(URI baseUrl, List<byte[]> requests, Selector selector) throws IOException {
      this.requests = requests;
      this.selector = selector;
      this.bodies = new String[requests.size()];
      this.nanos = new long[requests.size()];
      this.sentAt = new long[requests.size()];
      for (int i = 0; i < Math.min(CONNECTIONS, requests.size()); i++) {
        connections.add(new KeptConnection(baseUrl, selector));
      }
    }

    Volley run() throws IOException {
      long start = System.nanoTime();
      try {
        for (KeptConnection connection : connections) {
          sendNext(connection);
        }
        long heard = System.nanoTime();
        while (answered < nanos.length) {
          if (selector.selectNow() > 0) {
            heard = System.nanoTime();
            receive();
          } else if (System.nanoTime() - heard > PATIENCE_NANOS) {
            throw new IOException("The service does not answer any more");
          }
        }
      } finally {
        for (KeptConnection connection : connections) {
          connection.close();
        }
      }
      return new Volley(Arrays.asList(bodies), nanos, (System.nanoTime() - start) / 1e9);
    }

    private void receive() throws IOException {
      for (SelectionKey key : selector.selectedKeys()) {
        KeptConnection connection = (KeptConnection) key.attachment();
        String body = connection.receive();
        if (body != null) {
          int request = connection.request;
          nanos[request] = System.nanoTime() - sentAt[request];
          bodies[request] = body;
          answered++;
          sendNext(connection);
        }
      }
      selector.selectedKeys().clear();
    }

    private void sendNext(KeptConnection connection) throws IOException {
      if (next < nanos.length) {
        connection.request = next;
        sentAt[next] = System.nanoTime();
        connection.send(requests.get(next));
        next++;
      }
    }
  }
}
