package dev.authmock.app.settings;

import io.micronaut.core.naming.NameUtils;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Finds what looks like a setting of this server, and is none. */
final class Spelling {
  private static final Pattern INDEX = Pattern.compile("\\[\\d*]");

  private final List<KnownSetting> known;

  Spelling(List<KnownSetting> known) {
    this.known = known;
  }

  /** Tells of each, in one line. */
  void check(List<WrittenSetting> written, Consumer<String> problems) {
    for (WrittenSetting setting : written) {
      if (setting.isVariable()) {
        checkVariable(setting, problems);
      } else {
        checkName(setting, problems);
      }
    }
  }

  private void checkVariable(WrittenSetting written, Consumer<String> problems) {
    String name = INDEX.matcher(written.name().toUpperCase(Locale.ROOT)).replaceAll("");
    if (known.stream().noneMatch(setting -> setting.isVariable(name))) {
      problems.accept(
          unknown(written, Nearest.to(name, known.stream().map(KnownSetting::variable), '_')));
    }
  }

  private void checkName(WrittenSetting written, Consumer<String> problems) {
    String name = INDEX.matcher(NameUtils.hyphenate(written.name(), true)).replaceAll("");
    if (known.stream().noneMatch(setting -> setting.isNamed(name))) {
      problems.accept(
          unknown(written, Nearest.to(name, known.stream().map(KnownSetting::name), '.')));
    }
  }

  private static String unknown(WrittenSetting written, String nearest) {
    return "%s (%s) is no setting%s"
        .formatted(
            written.name(), written.place(), nearest.isEmpty() ? "" : "; there is " + nearest);
  }
}
