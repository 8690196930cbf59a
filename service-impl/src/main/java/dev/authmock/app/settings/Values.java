package dev.authmock.app.settings;

import io.micronaut.context.env.Environment;
import java.util.List;
import java.util.function.Consumer;

/** Finds values that are not of their setting's kind, which the framework may take for the default. */
final class Values {
  private static final int LONGEST_SHOWN = 20;

  private Values() {}

  static void check(Environment environment, List<KnownSetting> known, Consumer<String> problems) {
    for (KnownSetting setting : known) {
      if (setting.kind() != Kind.ANYTHING
          && setting.isOne()
          && environment.containsProperty(setting.name())) {
        String value =
            environment.getProperty(setting.name(), String.class).orElse("").strip();
        if (!setting.kind().accepts(value, environment)) {
          problems.accept(setting.name() + " " + setting.kind().rule() + shown(value));
        }
      }
    }
  }

  /** What is long may be something that belongs elsewhere, a secret perhaps. */
  private static String shown(String value) {
    if (value.isEmpty()) {
      return ", but is empty";
    }
    return value.length() > LONGEST_SHOWN ? "" : ", not " + value;
  }
}
