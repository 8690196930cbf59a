package dev.authmock.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.InetAddress;
import java.util.UUID;

/**
 * The run whose classes a class archive keeps: a start, first tokens, a refusal, a look at the pages.
 *
 * <p>The JVM is told to write the archive when this ends ({@code -XX:AOTCacheOutput}, before JDK 25
 * {@code -XX:ArchiveClassesAtExit}). Of whoever starts it, it takes no settings: it would serve on
 * their port and use their Redis.
 */
public final class ArchiveTraining {
  private ArchiveTraining() {}

  /** Starts a server that nobody else reaches, asks it as a tester would, and ends the JVM. */
  public static void main(String[] args) throws IOException {
    String controlToken = UUID.randomUUID().toString();
    try (ApplicationContext context = Application.start(
        "-micronaut.server.port=-1",
        "-micronaut.netty.event-loops.default.shutdown-quiet-period=0s",
        "-micronaut.server.host=" + InetAddress.getLoopbackAddress().getHostAddress(),
        "-authmock.control.token=" + controlToken,
        "-authmock.store=memory")) {
      int port = context.getBean(EmbeddedServer.class).getPort();
      new TrainingRequests(port, controlToken).send();
    }
    // The server's executors would keep the JVM, and the archive, waiting.
    System.exit(0);
  }
}
