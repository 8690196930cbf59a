package dev.authmock.control;

import dev.authmock.check.Check;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The rules of one area: of one room of the catalogue, or of one kind of JWT.
 *
 * @param title what the rules are about
 * @param anchor the area's id on the page
 * @param checks the rules
 */
public record RuleArea(String title, String anchor, List<Check> checks) {

  /** The areas of rules of which those of one area stand together. */
  static List<RuleArea> of(List<Check> checks) {
    Map<String, List<Check>> areas = checks.stream()
        .collect(Collectors.groupingBy(
            RuleArea::title, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    return areas.entrySet().stream()
        .map(area -> new RuleArea(area.getKey(), anchor(area.getKey()), area.getValue()))
        .toList();
  }

  private static String title(Check check) {
    if (check instanceof Enum<?> constant) {
      String words = constant
          .getDeclaringClass()
          .getSimpleName()
          .replaceFirst("Check$", "")
          .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
          .toLowerCase(Locale.ROOT);
      return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
    String id = check.id();
    return "JWT: " + id.substring(0, id.indexOf('.'));
  }

  private static String anchor(String title) {
    return "area-" + title.toLowerCase(Locale.ROOT).replaceAll("[^a-z_]+", "-");
  }
}
