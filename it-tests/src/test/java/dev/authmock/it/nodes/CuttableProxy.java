package dev.authmock.it.nodes;

import dev.authmock.it.support.Await;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * A line to a server on this machine that can be cut, with a reset as a firewall or a dying host sends
 * it, or silently, as a dead cable does it: then all bytes are swallowed, and connections of that time
 * stay dead when the line is whole again. It can also be cut at the worst moment: when a request of a
 * certain kind has got through and its answer has not. And it can be long: all answers come late.
 */
final class CuttableProxy implements AutoCloseable {
  private enum Line {
    WHOLE,
    RESET,
    BLACK_HOLE
  }

  private final ServerSocket listener;
  private final int target;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private volatile Line line = Line.WHOLE;
  private volatile String word = "";
  private volatile Duration delay = Duration.ZERO;

  /** A whole line to this port. */
  CuttableProxy(int target) {
    this.target = target;
    try {
      listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start("accept", this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Resets all connections, and each that comes. */
  synchronized void cut() {
    line = Line.RESET;
    links.forEach(Link::reset);
  }

  /** From now on all bytes of all connections are swallowed, in both directions. */
  synchronized void swallow() {
    line = Line.BLACK_HOLE;
    links.forEach(link -> link.dead = true);
  }

  /** Kills each connection silently when a request with this word in it has got through. */
  void swallowAllAfter(String wordOfRequest) {
    word = wordOfRequest;
  }

  /** From now on each answer comes so much later. */
  void slow(Duration late) {
    delay = late;
  }

  /** New connections work again; what was cut or swallowed stays so. */
  synchronized void restore() {
    delay = Duration.ZERO;
    line = Line.WHOLE;
    word = "";
  }

  @Override
  public void close() throws IOException {
    listener.close();
    links.forEach(Link::reset);
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        open(listener.accept());
      } catch (IOException e) {
        // The listener was closed, or whoever called has gone.
        continue;
      }
    }
  }

  private synchronized void open(Socket client) throws IOException {
    Link link = new Link(client, line == Line.BLACK_HOLE);
    if (line == Line.RESET) {
      link.reset();
      return;
    }
    links.add(link);
    link.open();
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, "proxy " + name);
    thread.setDaemon(true);
    thread.start();
  }

  /** One connection from end to end; one that is dead has no far end, or none that is heard of. */
  private final class Link {
    private final Socket client;
    private final Socket server = new Socket();

    /** Answers wait here one behind the other, but all at the same time. */
    private final ExecutorService answers = Executors.newSingleThreadExecutor(work -> {
      Thread thread = new Thread(work, "proxy answers");
      thread.setDaemon(true);
      return thread;
    });

    private volatile boolean dead;
    private volatile boolean mute;

    Link(Socket client, boolean dead) {
      this.client = client;
      this.dead = dead;
    }

    void open() {
      if (!dead) {
        try {
          server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), 1000);
          client.setTcpNoDelay(true);
          server.setTcpNoDelay(true);
        } catch (IOException e) {
          reset();
          return;
        }
        start("down", () -> pump(server, client));
      }
      start("up", () -> pump(client, server));
    }

    private void pump(Socket from, Socket to) {
      byte[] buffer = new byte[8192];
      try {
        for (int n = from.getInputStream().read(buffer);
            n >= 0;
            n = from.getInputStream().read(buffer)) {
          boolean last = from == client && isMarked(buffer, n);
          // Before it is passed on: the answer may be faster than this thread.
          mute |= last;
          if (!dead && from == client) {
            to.getOutputStream().write(buffer, 0, n);
          } else if (!dead && !mute) {
            answer(Arrays.copyOf(buffer, n));
          }
          dead |= last;
        }
      } catch (IOException | RejectedExecutionException e) {
        // As if the end of the stream had come.
      } finally {
        ended(from);
      }
    }

    private void answer(byte[] bytes) {
      long due = System.nanoTime() + delay.toNanos();
      answers.execute(() -> {
        Await.pass(Duration.ofNanos(due - System.nanoTime()));
        try {
          client.getOutputStream().write(bytes);
        } catch (IOException e) {
          // Whoever asked has gone.
          reset();
        }
      });
    }

    private boolean isMarked(byte[] buffer, int length) {
      return !word.isEmpty()
          && new String(buffer, 0, length, StandardCharsets.ISO_8859_1).contains(word);
    }

    /** The end of a far end that is not heard of isn't heard of either. */
    private void ended(Socket from) {
      if (!dead || from == client) {
        reset();
      }
    }

    void reset() {
      links.remove(this);
      answers.shutdownNow();
      for (Socket socket : new Socket[] {client, server}) {
        try {
          socket.setSoLinger(true, 0);
          socket.close();
        } catch (IOException e) {
          // It was closed already.
          continue;
        }
      }
    }
  }
}
