package dev.authmock.it.thirdparty;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Contract;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.ServiceTest;
import io.micronaut.test.support.TestPropertyProvider;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * The service with a client before it that was not written here; each of their exchanges is held
 * against the contract.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ThirdPartyTest extends ServiceTest implements TestPropertyProvider {
  /** How long a deferred credential takes. */
  private static final Duration DEFERRAL = Duration.ofSeconds(5);

  private final Relay relay = new Relay();
  private NodeProject node;

  @Override
  public Map<String, String> getProperties() {
    return Map.of("authmock.base-url", relay.url());
  }

  @BeforeAll
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void install() {
    node = NodeProject.installed();
  }

  @BeforeEach
  void relay() {
    relay.passOnTo("http://localhost:" + server.getPort());
  }

  @AfterEach
  void requireThatTheClientKeptTheContract() {
    relay.exchanges().forEach(Contract::verify);
  }

  @AfterAll
  void close() {
    relay.close();
  }

  /** Runs a script against the service; the time of the service passes whenever it has to wait. */
  final JsonNode run(String script, String... arguments) throws IOException {
    return node.run(
        script, Stream.concat(Stream.of(relay.url()), Stream.of(arguments)).toList(), line -> {
          if (line.contains("Issuance still pending")) {
            clock.advance(DEFERRAL);
          }
        });
  }

  /** What the client sent to this path, and what it got. */
  final List<Exchange> exchanges(String path) {
    return relay.exchanges().stream()
        .filter(exchange -> exchange.uri().getPath().equals(path))
        .toList();
  }
}
