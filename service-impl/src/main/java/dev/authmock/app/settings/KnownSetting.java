package dev.authmock.app.settings;

import java.util.Locale;

/**
 * A setting that this server reads.
 *
 * @param name with {@code *} where a name of the user's own stands, at the end for all below it
 * @param kind what its value has to be
 */
record KnownSetting(String name, Kind kind) {

  boolean isOne() {
    return name.indexOf('*') < 0;
  }

  /** Whether that name, spelled with dots and hyphens, is this setting. */
  boolean isNamed(String other) {
    int star = name.indexOf('*');
    if (star < 0) {
      return name.equals(other);
    }
    if (name.endsWith(".*")) {
      return (other + ".").startsWith(name.substring(0, star));
    }
    String after = name.substring(star + 1);
    return other.startsWith(name.substring(0, star))
        && other.length() > star + after.length()
        && other.endsWith(after)
        && other.indexOf('.', star) == other.length() - after.length();
  }

  /** Whether that environment variable is this setting. */
  boolean isVariable(String other) {
    String variable = variable();
    int star = variable.indexOf('*');
    if (star < 0) {
      return variable.equals(other);
    }
    String after = variable.substring(star + 1);
    return other.startsWith(variable.substring(0, star))
        && other.length() > star + after.length()
        && other.endsWith(after);
  }

  /** How it is spelled as an environment variable. */
  String variable() {
    return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
