package dev.authmock.it.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.UnixOperatingSystemMXBean;
import dev.authmock.it.support.Codes;
import dev.authmock.it.support.PackagedService;
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Ten thousand connections that ask for nothing, and a client that does. */
@Timeout(60)
class ManyIdleConnectionsTest {
  private static final int MANY = 10_000;
  private static final int KEPT_BACK = 500;
  private static final Duration QUICK = Duration.ofSeconds(10);

  @TempDir
  Path directory;

  @Test
  void a_client_beside_ten_thousand_idle_connections_is_served() throws Exception {
    List<SocketChannel> idle = new ArrayList<>();
    try (PackagedService service = new PackagedService(directory.resolve("output.txt"))) {
      AuthMockClient client =
          AuthMockClient.builder().baseUrl(service.baseUrl().toString()).build();
      redeem(client);
      InetSocketAddress address =
          new InetSocketAddress("localhost", service.baseUrl().getPort());
      int many = asManyAsThereMayBe();
      for (int i = 0; i < many; i++) {
        idle.add(SocketChannel.open(address));
      }

      for (int i = 0; i < 10; i++) {
        // Each time by a new connection, as another client would.
        AuthMockClient other =
            AuthMockClient.builder().baseUrl(service.baseUrl().toString()).build();
        long start = System.nanoTime();
        redeem(other);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK);
      }
    } finally {
      for (SocketChannel connection : idle) {
        close(connection);
      }
    }
  }

  private static void redeem(AuthMockClient client) {
    String code = client
        .control()
        .mintPreAuthorizedCode(new PreAuthorizedCodeOrder().clientId(Codes.HOLDER))
        .getPreAuthorizedCode();
    client.redeem(PreAuthorizedCodeGrant.of(code).withUserPin(UserPin.derivedFrom(Codes.HOLDER)));
  }

  private static int asManyAsThereMayBe() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? (int) Math.min(MANY, unix.getMaxFileDescriptorCount() - KEPT_BACK)
        : KEPT_BACK;
  }

  /** By a reset, so that the ports are free at once. */
  private static void close(SocketChannel connection) throws IOException {
    connection.setOption(StandardSocketOptions.SO_LINGER, 0);
    connection.close();
  }
}
