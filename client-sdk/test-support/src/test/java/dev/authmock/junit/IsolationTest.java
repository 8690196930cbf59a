package dev.authmock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.sdk.wallet.HolderWallet;
import java.net.URL;
import java.net.URLClassLoader;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("it looks at all threads, and changes system properties")
class IsolationTest {

  private static final Settings DEFAULTS = new Settings(Map.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.authmock.app.EmbeddedAuthMock",
        "io.micronaut.context.ApplicationContext",
        "io.netty.channel.Channel",
        "org.slf4j.Logger",
        "org.yaml.snakeyaml.Yaml"
      })
  void nothing_of_the_service_is_on_the_class_path_of_tests(String name) {
    assertThatThrownBy(() -> Class.forName(name)).isInstanceOf(ClassNotFoundException.class);
    assertThat(Thread.currentThread().getContextClassLoader().getResource("assets"))
        .isNull();
  }

  @Test
  void nothing_of_the_tests_class_path_is_in_the_service() {
    ClassLoader service = ServiceJar.mainClass().getClassLoader();

    assertThatThrownBy(() -> service.loadClass(Test.class.getName()))
        .isInstanceOf(ClassNotFoundException.class);
    assertThatThrownBy(() -> service.loadClass(IsolationTest.class.getName()))
        .isInstanceOf(ClassNotFoundException.class);
  }

  @Test
  void settings_of_the_program_under_test_are_not_the_mocks() throws Exception {
    Properties before = (Properties) System.getProperties().clone();
    System.setProperty("micronaut.server.context-path", "/leaked");
    System.setProperty("micronaut.config.files", "/no/such/file.yml");
    System.setProperty("authmock.base-url", "no URL at all");
    try {
      withMock(mock -> assertThat(mock.issuer()).startsWith(mock.baseUrl()));
    } finally {
      System.setProperties(before);
    }
  }

  static Stream<@Nullable ClassLoader> oddLoaders() {
    return Stream.of(null, new URLClassLoader(new URL[0], null));
  }

  @ParameterizedTest
  @MethodSource("oddLoaders")
  void it_works_under_any_context_class_loader(@Nullable ClassLoader loader) throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(loader);
    try {
      withMock(mock -> {
        assertThat(
                HolderWallet.create(mock.client()).obtainCredential("CTWalletSameAuthorisedInTime"))
            .isNotNull();
        assertThat(thread.getContextClassLoader()).isSameAs(loader);
      });
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void a_stopped_mock_leaves_no_thread_and_no_security_provider_behind() throws Exception {
    Provider[] before = Security.getProviders();
    withMock(Requests::redeem);

    ClassLoader service = ServiceJar.mainClass().getClassLoader();
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getContextClassLoader() == service) {
        // Those that are about to end.
        thread.join(5_000);
        assertThat(thread.isAlive())
            .as("%s at %s", thread, Arrays.toString(thread.getStackTrace()))
            .isFalse();
      }
    }
    assertThat(Security.getProviders()).containsExactly(before);
  }

  private static void withMock(Consumer<AuthMock> test) throws Exception {
    Server server = Server.start(DEFAULTS, stopped -> {});
    try {
      test.accept(server.mock());
    } finally {
      server.close();
    }
  }
}
