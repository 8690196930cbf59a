package dev.authmock.token;

import dev.authmock.api.control.model.TokenShapeOrder;
import io.micronaut.context.env.Environment;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.core.naming.NameUtils;
import io.micronaut.core.naming.conventions.StringConvention;
import io.micronaut.validation.validator.Validator;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The token shapes of the configuration, {@code authmock.token-shapes.<name>}, as if they had been
 * ordered.
 *
 * <p>They are read as they were written: the framework's own binding changes the names of claims, and
 * loses those that are null.
 */
@Singleton
class ConfiguredTokenShapes {
  private static final String SETTING = "authmock.token-shapes";

  private final List<TokenShapeOrder> orders;

  /**
   * Reads the configuration, which has no order of its own: by name.
   *
   * @throws ConfigurationException with a line for each that is not what the contract allows
   */
  ConfiguredTokenShapes(Environment environment, Validator validator) {
    Map<String, @Nullable Object> written = nested(environment);
    requireAsWritten(environment, written);
    List<TokenShapeOrder> read = new ArrayList<>();
    List<String> invalid = new ArrayList<>();
    written.forEach((name, shape) -> {
      try {
        TokenShapeOrder order = new ConfiguredTokenShape(name, shape).order();
        requireContract(order, validator);
        read.add(order);
      } catch (ConfigurationException e) {
        invalid.add(e.getMessage());
      }
    });
    if (!invalid.isEmpty()) {
      throw new ConfigurationException(String.join("\n", invalid));
    }
    this.orders = List.copyOf(read);
  }

  List<TokenShapeOrder> orders() {
    return orders;
  }

  static ConfigurationException invalid(String name, String why) {
    return new ConfigurationException(SETTING + "." + name + ": " + why);
  }

  /** The settings as maps in maps; the framework has them as paths, with lists as values. */
  private static Map<String, @Nullable Object> nested(Environment environment) {
    Map<String, @Nullable Object> nested = new TreeMap<>();
    environment.getProperties(SETTING, StringConvention.RAW).forEach((path, value) -> {
      Map<String, @Nullable Object> at = nested;
      String rest = path;
      for (int dot = rest.indexOf('.'); dot > 0; dot = rest.indexOf('.')) {
        at = within(at, rest.substring(0, dot));
        rest = rest.substring(dot + 1);
      }
      at.put(rest, value);
    });
    return nested;
  }

  @SuppressWarnings("unchecked") // the maps are those that were put there
  private static Map<String, @Nullable Object> within(
      Map<String, @Nullable Object> outer, String name) {
    if (!(outer.get(name) instanceof LinkedHashMap)) {
      outer.put(name, new LinkedHashMap<String, @Nullable Object>());
    }
    return (Map<String, @Nullable Object>) Objects.requireNonNull(outer.get(name));
  }

  /** The framework takes other spellings of the setting itself for the same; here they would be lost. */
  private static void requireAsWritten(
      Environment environment, Map<String, @Nullable Object> written) {
    Set<String> names =
        written.keySet().stream().map(NameUtils::hyphenate).collect(Collectors.toSet());
    boolean isRead = written.isEmpty()
        ? !environment.containsProperties(SETTING)
        : names.containsAll(environment.getPropertyEntries(SETTING));
    if (!isRead) {
      throw new ConfigurationException(
          SETTING + " must be spelled so, and have token shapes, each under its name.");
    }
  }

  private static void requireContract(TokenShapeOrder order, Validator validator) {
    String violations = validator.validate(order).stream()
        .map(ConfiguredTokenShapes::text)
        .sorted()
        .collect(Collectors.joining(", "));
    if (!violations.isEmpty()) {
      throw invalid(order.getName(), violations + ".");
    }
  }

  private static String text(ConstraintViolation<TokenShapeOrder> violation) {
    return violation.getPropertyPath() + " " + violation.getMessage();
  }
}
