package dev.authmock.app;

import dev.authmock.server.ServerUrls;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.BeanRegistration;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.yaml.YamlPropertySourceLoader;
import io.micronaut.core.io.ResourceLoader;
import io.micronaut.core.io.scan.ClassPathResourceLoader;
import io.micronaut.runtime.server.EmbeddedServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.function.Function;

/**
 * The Auth Mock within another program, which need not know what it is made of: settings and answers
 * are of JDK types.
 *
 * <p>It takes its settings from the program alone. What that program's environment, system
 * properties or files say to Micronaut is meant for the program.
 */
public final class EmbeddedAuthMock implements AutoCloseable {
  static final String ENVIRONMENT = "embedded";

  /** A free port, for this machine alone, with no native library to be loaded. */
  private static final Map<String, Object> DEFAULTS = Map.of(
      "micronaut.server.port", -1,
      "micronaut.server.host", "localhost",
      // Nobody is in the middle of a request when it stops.
      "micronaut.netty.event-loops.default.shutdown-quiet-period", "0s",
      "micronaut.lifecycle.graceful-shutdown.enabled", false,
      "authmock.crypto-provider", "jdk");

  private final ApplicationContext context;
  private final String baseUrl;
  private final String issuer;

  private EmbeddedAuthMock(ApplicationContext context) {
    this.context = context;
    EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
    this.baseUrl = server.getScheme() + "://localhost:" + server.getPort();
    this.issuer = context.getBean(ServerUrls.class).issuer();
  }

  /**
   * Starts a server.
   *
   * @param settings settings by name, {@code authmock.…} and {@code micronaut.…}
   * @return the server, which answers from now on
   * @throws IllegalStateException if it does not start; the message says why
   */
  public static EmbeddedAuthMock start(Map<String, Object> settings) {
    return underOwnClassLoader(own -> start(context(settings, own)));
  }

  private static EmbeddedAuthMock start(ApplicationContext context) {
    try {
      return new EmbeddedAuthMock(context.start());
    } catch (RuntimeException | LinkageError failure) {
      List<String> reasons = StartFailure.reasons(context, failure);
      stop(context);
      // Without the cause: its classes may be unknown to whoever reads it.
      throw new IllegalStateException(String.join("\n", reasons));
    }
  }

  private static ApplicationContext context(Map<String, Object> settings, ClassLoader own) {
    Map<String, Object> properties = new HashMap<>(DEFAULTS);
    properties.putAll(settings);
    return ApplicationContext.builder()
        .classLoader(own)
        .environments(ENVIRONMENT)
        .deduceEnvironment(false)
        .deduceCloudEnvironment(false)
        .banner(false)
        .enableDefaultPropertySources(false)
        .propertySources(applicationYml(own))
        .properties(properties)
        .build();
  }

  private static PropertySource applicationYml(ClassLoader own) {
    ResourceLoader resources = ClassPathResourceLoader.defaultLoader(own);
    return new YamlPropertySourceLoader()
        .load("application", resources)
        .orElseThrow(() -> new IllegalStateException("the jar lacks its application.yml"));
  }

  /** Where it is reached: scheme, host and port. */
  public String baseUrl() {
    return baseUrl;
  }

  /** The issuer URL, below {@code authmock.base-url} where that is set. */
  public String issuer() {
    return issuer;
  }

  /** Stops the server; its threads end. */
  @Override
  public void close() {
    underOwnClassLoader(own -> {
      stop(context);
      return this;
    });
  }

  private static void stop(ApplicationContext context) {
    List<ExecutorService> executors =
        context.getActiveBeanRegistrations(ExecutorService.class).stream()
            .map(BeanRegistration::getBean)
            .toList();
    context.close();
    // Micronaut leaves them to the end of the JVM.
    executors.forEach(ExecutorService::shutdown);
  }

  /** The threads of the server inherit the class loader from the one that makes them. */
  private static EmbeddedAuthMock underOwnClassLoader(
      Function<ClassLoader, EmbeddedAuthMock> task) {
    Thread thread = Thread.currentThread();
    ClassLoader callers = thread.getContextClassLoader();
    ClassLoader own = EmbeddedAuthMock.class.getClassLoader();
    thread.setContextClassLoader(own);
    try {
      return task.apply(own);
    } finally {
      thread.setContextClassLoader(callers);
    }
  }
}
