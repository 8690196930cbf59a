package dev.authmock.it.support;

import dev.authmock.app.Application;
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.AuthMockClientBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * The real service on a free port, one per test class, started afresh before each test.
 *
 * <p>A test class extends this; {@code @Property(name = "authmock.…", value = "…")} on it configures
 * the service. Whatever goes through {@link #sdk} and {@link #http} is held against the contract.
 */
@MicronautTest(application = Application.class)
public abstract class ServiceTest {
  /** The time of the service: stands still until it is advanced. */
  @Inject
  protected MutableClock clock;

  @Inject
  protected EmbeddedServer server;

  /** The service as an SDK user sees it. */
  protected AuthMockClient sdk;

  /** The service as anybody may talk to it. */
  protected RawHttp http;

  /** Codes to redeem. */
  protected Codes codes;

  /** Service wallets to redeem them with. */
  protected Clients clients;

  private ContractHttpClient sdkHttp;

  @BeforeEach
  final void startAfresh() {
    String base = "http://localhost:" + server.getPort();
    http = new RawHttp(base);
    sdkHttp = new ContractHttpClient();
    sdk = client(base);
    codes = new Codes(sdk.control());
    clients = new Clients(sdk, clock);
    sdk.control().reset();
    // After it, for the service's own reset has the clock run in real time.
    clock.reset();
  }

  @AfterEach
  final void requireThatTheContractWasKept() {
    sdkHttp.requireNoViolation();
  }

  /** Asserts why the service refused. */
  protected final Refusal assertThatProblem(Exchange answer) {
    return Refusal.of(answer, http);
  }

  /** Asserts why the service refused. */
  protected final Refusal assertThatProblem(Throwable thrown) {
    return Refusal.of(thrown, http);
  }

  /** Asserts why the service sent an error to the client's redirect_uri. */
  protected final RedirectedRefusal assertThatRedirect(Exchange answer) {
    return RedirectedRefusal.of(answer, http);
  }

  /** Asserts why a credential endpoint refused. */
  protected final CredentialRefusal assertThatCredentialError(Exchange answer) {
    return CredentialRefusal.of(answer, http);
  }

  /** Asserts why a credential endpoint refused. */
  protected final CredentialRefusal assertThatCredentialError(Throwable thrown) {
    return CredentialRefusal.of(thrown, http);
  }

  /** What went to and fro between the SDK and the service, the first few hundred times. */
  protected final List<Exchange> exchangesOfSdk() {
    return sdkHttp.exchanges();
  }

  private AuthMockClient client(String base) {
    AuthMockClientBuilder builder = AuthMockClient.builder().baseUrl(base).httpClient(sdkHttp);
    server
        .getApplicationContext()
        .getProperty("authmock.control.token", String.class)
        .ifPresent(builder::controlToken);
    return builder.build();
  }
}
