package dev.authmock.junit;

import dev.authmock.sdk.AuthMockClient;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs an Auth Mock for a test class, as {@link AuthMockTest} says.
 *
 * <p>{@code @RegisterExtension static} fields can have it too, with settings from a {@link
 * #builder()}. With two of them a class has two mocks, which it asks for by {@link #mock()}, for a
 * parameter could mean either.
 */
public final class AuthMockExtension
    implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

  private final Namespace namespace = Namespace.create(AuthMockExtension.class, this);
  private final Set<Server> running = ConcurrentHashMap.newKeySet();
  private final @Nullable Settings settings;

  /** An extension with the settings of the {@link AuthMockTest} annotation, if there is one. */
  public AuthMockExtension() {
    this.settings = null;
  }

  private AuthMockExtension(Settings settings) {
    this.settings = settings;
  }

  /**
   * Settings for a mock.
   *
   * @return a builder with none yet
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Settings of an {@link AuthMockExtension}. Not for use by several threads. */
  public static final class Builder {

    private final Map<String, Object> properties = new TreeMap<>();

    private Builder() {}

    /**
     * Sets a setting of the mock.
     *
     * @param name as in the README, for example {@code authmock.offers.lifetime}
     * @param value its value
     * @return this builder
     */
    public Builder property(String name, Object value) {
      properties.put(name, value);
      return this;
    }

    /**
     * Makes the extension. Nothing is started yet.
     *
     * @return an extension with these settings
     */
    public AuthMockExtension build() {
      return new AuthMockExtension(new Settings(properties));
    }
  }

  /**
   * The mock of the class whose tests run.
   *
   * @return the mock
   * @throws IllegalStateException if none runs, or if several classes that inherit this extension
   *     run at once: there a parameter tells which
   */
  public AuthMock mock() {
    Server[] servers = running.toArray(new Server[0]);
    if (servers.length == 1) {
      return servers[0].mock();
    }
    throw new IllegalStateException(
        servers.length == 0
            ? "the Auth Mock starts before the first test of the class, and not yet"
            : "several Auth Mocks run: take a parameter of the type AuthMock");
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    server(context);
  }

  @Override
  public void beforeEach(ExtensionContext context) throws InterruptedException {
    Server server = server(context);
    // Given back when the store of this test is closed.
    context.getStore(namespace).put("turn", server.awaitTurn());
    server.mock().reset();
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == AuthMock.class || type == AuthMockClient.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    AuthMock mock = server(context).mock();
    return parameter.getParameter().getType() == AuthMock.class ? mock : mock.client();
  }

  /** The mock of this class or of one around it; started by the first who asks. */
  private Server server(ExtensionContext context) {
    Settings wanted = settings != null ? settings : Settings.of(context.getRequiredTestClass());
    return context.getStore(namespace).getOrComputeIfAbsent(wanted, this::start, Server.class);
  }

  private Server start(Settings wanted) {
    Server server = Server.start(wanted, running::remove);
    running.add(server);
    return server;
  }
}
