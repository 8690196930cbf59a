package dev.authmock.app.settings;

import io.micronaut.context.env.Environment;
import java.util.function.Consumer;

/** Finds settings that are good each, and don't go together. */
final class Combinations {
  private Combinations() {}

  static void check(Environment environment, Consumer<String> problems) {
    if (isSet(environment, "authmock.signing-key-id")
        && !isSet(environment, "authmock.signing-keys")) {
      problems.accept(
          "authmock.signing-key-id names a key of authmock.signing-keys, which is not set");
    }
    String port = value(environment, "micronaut.server.port");
    if (port.matches("-?[0-9]{1,9}") && !isPort(Integer.parseInt(port))) {
      problems.accept("micronaut.server.port must be from 0 to 65535, or -1, not " + port);
    }
    String contextPath = value(environment, "micronaut.server.context-path");
    if (!contextPath.isEmpty() && !contextPath.equals("/")) {
      // Whoever may call /mock is told by the path.
      problems.accept("micronaut.server.context-path must not be set: the paths are fixed");
    }
  }

  private static boolean isPort(int number) {
    return number >= -1 && number <= 65_535;
  }

  private static boolean isSet(Environment environment, String name) {
    return !value(environment, name).isEmpty();
  }

  private static String value(Environment environment, String name) {
    return environment.getProperty(name, String.class).orElse("").strip();
  }
}
