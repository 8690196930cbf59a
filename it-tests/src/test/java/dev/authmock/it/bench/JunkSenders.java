package dev.authmock.it.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/**
 * Connections that send junk, each its next as soon as the answer has come, and anew where the service
 * has closed it.
 *
 * <p>One thread does it for all, so that the sender takes little from those whom it is beside.
 */
final class JunkSenders implements AutoCloseable {
  private final InetSocketAddress service;
  private final byte[] junk;
  private final Selector selector = Selector.open();
  private final Thread thread = new Thread(this::run, "junk");
  private volatile boolean over;
  private final LongAdder answers = new LongAdder();
  private final LongAdder accepted = new LongAdder();
  private volatile @Nullable IOException failure;

  /** Starts that many, with bodies of that many bytes. */
  JunkSenders(URI baseUrl, int connections, int size) throws IOException {
    service = new InetSocketAddress(baseUrl.getHost(), baseUrl.getPort());
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 'x');
    junk = KeptConnection.post(
        baseUrl.resolve("/conformance/v3/auth-mock/token"),
        "application/x-www-form-urlencoded",
        new String(bytes, StandardCharsets.US_ASCII));
    for (int i = 0; i < connections; i++) {
      new Sender().connect();
    }
    thread.start();
  }

  /** How many have been answered. */
  long answers() {
    return answers.sum();
  }

  /** Stops them; fails if they could not send, or if any junk was no junk. */
  @Override
  public void close() throws IOException {
    over = true;
    selector.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (SelectionKey key : selector.keys()) {
      key.channel().close();
    }
    selector.close();
    if (failure != null) {
      throw new IOException("The junk could not be sent", failure);
    }
    if (accepted.sum() > 0) {
      throw new IOException(accepted + " junk requests were accepted");
    }
  }

  private void run() {
    try {
      while (!over) {
        selector.select(key -> {
          try {
            ((Sender) key.attachment()).go(key);
          } catch (IOException e) {
            failure = e;
          }
        });
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  private final class Sender {
    private final ByteBuffer out = ByteBuffer.wrap(junk);
    private final ByteBuffer in = ByteBuffer.allocate(16_384);

    void connect() throws IOException {
      SocketChannel channel = SocketChannel.open(service);
      channel.configureBlocking(false);
      out.clear();
      in.clear();
      channel.register(selector, SelectionKey.OP_WRITE, this);
    }

    void go(SelectionKey key) throws IOException {
      SocketChannel channel = (SocketChannel) key.channel();
      try {
        if (out.hasRemaining()) {
          channel.write(out);
        } else if (channel.read(in) < 0) {
          throw new IOException("closed");
        } else if (KeptConnection.isWhole(in.array(), in.position())) {
          count();
          out.clear();
          in.clear();
          channel.write(out);
        }
        key.interestOps(out.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
      } catch (IOException e) {
        channel.close();
        connect();
      }
    }

    private void count() {
      answers.increment();
      if (new String(in.array(), 0, 12, StandardCharsets.US_ASCII).startsWith("HTTP/1.1 2")) {
        accepted.increment();
      }
    }
  }
}
