package dev.authmock.token;

import dev.authmock.api.control.model.TokenShapeMatch;
import dev.authmock.api.control.model.TokenShapeOrder;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A token shape as the configuration has it: texts, numbers and maps under names with hyphens. */
final class ConfiguredTokenShape {
  private final String name;
  private final Map<String, @Nullable Object> members;

  /**
   * Takes a shape as it was written.
   *
   * @throws ConfigurationException if it has no members
   */
  ConfiguredTokenShape(String name, @Nullable Object written) {
    this.name = name;
    this.members = new LinkedHashMap<>(map("it", written));
  }

  /**
   * What it orders.
   *
   * @throws ConfigurationException if it has a member that no shape has, or one of another type
   */
  TokenShapeOrder order() {
    TokenShapeOrder order = new TokenShapeOrder().name(name);
    order.setMatch(match(new LinkedHashMap<>(map("match", members.remove("match")))));
    order.setSubject(text(members, "subject"));
    order.setLifetime(integer("lifetime"));
    order.setClaims(map("claims", members.remove("claims")));
    order.setAccessTokenClaims(map("access-token-claims", members.remove("access-token-claims")));
    order.setIdTokenClaims(map("id-token-claims", members.remove("id-token-claims")));
    requireNothingElse(members);
    return order;
  }

  private TokenShapeMatch match(Map<String, @Nullable Object> written) {
    TokenShapeMatch match = new TokenShapeMatch();
    match.setGrantType(text(written, "grant-type"));
    match.setClientId(text(written, "client-id"));
    match.setCredentialType(text(written, "credential-type"));
    Map<String, @Nullable Object> parameters =
        new LinkedHashMap<>(map("parameters", written.remove("parameters")));
    for (String parameter : List.copyOf(parameters.keySet())) {
      match.putParametersItem(parameter, text(parameters, parameter));
    }
    requireNothingElse(written);
    return match;
  }

  private @Nullable String text(Map<String, @Nullable Object> from, String member) {
    Object value = from.remove(member);
    if (value instanceof Map || value instanceof Iterable) {
      throw ConfiguredTokenShapes.invalid(name, member + " must be a text.");
    }
    return value == null ? null : value.toString();
  }

  private @Nullable Integer integer(String member) {
    String value = text(members, member);
    try {
      return value == null ? null : Integer.valueOf(value);
    } catch (NumberFormatException e) {
      throw ConfiguredTokenShapes.invalid(name, member + " must be a whole number.");
    }
  }

  @SuppressWarnings("unchecked") // the rules of claims look at the names, which YAML does not
  private Map<String, @Nullable Object> map(String member, @Nullable Object value) {
    if (value == null) {
      return Map.of();
    }
    if (value instanceof Map<?, ?> map) {
      return (Map<String, @Nullable Object>) map;
    }
    throw ConfiguredTokenShapes.invalid(name, member + " must have members.");
  }

  private void requireNothingElse(Map<String, @Nullable Object> left) {
    if (!left.isEmpty()) {
      throw ConfiguredTokenShapes.invalid(
          name, "a token shape has no " + String.join(" or ", left.keySet()) + ".");
    }
  }
}
