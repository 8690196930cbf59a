package dev.authmock.console;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was just done, as the next page says it. */
enum Done {
  RESET("Everything was reset. What is configured has stayed."),
  CLEARED("The journal was cleared."),
  CLOCK_SET("The clock was set."),
  CLOCK_ADVANCED("The clock was advanced."),
  CLOCK_FROZEN("The clock stands still."),
  CLOCK_RESUMED("The clock runs."),
  CLOCK_REAL("The clock shows the real time."),
  FAULT_INJECTED("The fault was injected."),
  FAULT_REMOVED("The fault was removed."),
  FAULTS_REMOVED("All faults were removed."),
  CLIENT_ADDED("The client was added."),
  CLIENT_CHANGED("The client was changed."),
  CLIENT_REMOVED("The client was removed.");

  private final String told;

  Done(String told) {
    this.told = told;
  }

  /** Its name in an address. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The sentence for a name, if there is one. */
  static @Nullable String told(@Nullable String id) {
    return Arrays.stream(values())
        .filter(done -> done.id().equals(id))
        .findFirst()
        .map(done -> done.told)
        .orElse(null);
  }
}
