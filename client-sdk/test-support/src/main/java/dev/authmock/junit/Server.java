package dev.authmock.junit;

import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.AuthMockClientBuilder;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ExtensionContext.Store.CloseableResource;

/** A mock that runs in this JVM. JUnit closes it together with the store that it is in. */
@SuppressWarnings("deprecation") // Before JUnit 5.13, being AutoCloseable is not enough.
final class Server implements CloseableResource, AutoCloseable {

  private final AutoCloseable service;
  private final AuthMock mock;
  private final Consumer<Server> onClose;

  /** Tests that share a mock take turns: each resets it. */
  private final Semaphore turns = new Semaphore(1);

  private Server(AutoCloseable service, AuthMock mock, Consumer<Server> onClose) {
    this.service = service;
    this.mock = mock;
    this.onClose = onClose;
  }

  /**
   * Starts a mock.
   *
   * @throws IllegalStateException if it does not start; the message says why
   */
  static Server start(Settings settings, Consumer<Server> onClose) {
    Service service = Service.start(settings.properties());
    AuthMockClientBuilder client = AuthMockClient.builder().baseUrl(service.baseUrl());
    Object token = settings.properties().get("authmock.control.token");
    if (token != null) {
      client.controlToken(token.toString());
    }
    AuthMock mock = new AuthMock(service.baseUrl(), service.issuer(), client.build());
    return new Server(service, mock, onClose);
  }

  AuthMock mock() {
    return mock;
  }

  /** Waits until no other test has the mock. */
  Turn awaitTurn() throws InterruptedException {
    turns.acquire();
    return new Turn(turns);
  }

  /** The time in which one test has the mock. */
  record Turn(Semaphore turns) implements CloseableResource, AutoCloseable {
    @Override
    public void close() {
      turns.release();
    }
  }

  @Override
  public void close() throws Exception {
    onClose.accept(this);
    service.close();
  }
}
