package dev.authmock.app.settings;

import io.micronaut.context.env.Environment;
import io.micronaut.context.env.PropertySource;
import io.micronaut.context.env.PropertySource.PropertyConvention;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What somebody has set, and meant for this server by its name.
 *
 * @param name as it was written
 * @param place where it was
 * @param isVariable whether it is an environment variable
 */
record WrittenSetting(String name, String place, boolean isVariable) {
  private static final String VARIABLE = "AUTHMOCK_";
  private static final List<String> NAMES = List.of("authmock.", "auth-mock.", "authMock.");

  /** What Kubernetes says of a service that is called authmock. */
  private static final Pattern KUBERNETES =
      Pattern.compile("AUTHMOCK_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT(_\\d+_.*)?)");

  /** What the build of this server says to its own tests. */
  private static final Set<String> OF_THE_BUILD = Set.of(
      "authmock.jar",
      "authmock.browser",
      "authmock.node",
      "AUTHMOCK_BROWSER",
      "AUTHMOCK_CHROMIUM",
      "AUTHMOCK_NODE");

  static List<WrittenSetting> all(Environment environment) {
    List<WrittenSetting> all = new ArrayList<>();
    for (PropertySource source : environment.getPropertySources()) {
      boolean variables = source.getConvention() == PropertyConvention.ENVIRONMENT_VARIABLE;
      for (String name : source) {
        if (isMeantForUs(name, variables) && !OF_THE_BUILD.contains(name)) {
          all.add(new WrittenSetting(name, place(source, variables), variables));
        }
      }
    }
    return all;
  }

  private static boolean isMeantForUs(String name, boolean variable) {
    return variable
        ? name.regionMatches(true, 0, VARIABLE, 0, VARIABLE.length())
            && !KUBERNETES.matcher(name).matches()
        : NAMES.stream().anyMatch(name::startsWith);
  }

  private static String place(PropertySource source, boolean variables) {
    if (variables) {
      return "environment variable";
    }
    return switch (source.getName()) {
      case "system" -> "system property";
      case "context", "cli" -> "given at the start";
      default -> "in " + source.getName();
    };
  }
}
