package dev.authmock.body;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.authmock.api.control.model.AuthorizationDetail;
import dev.authmock.check.Check;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RegistrationCheck;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Whether JSON has the types of the model that it is to fill: strings, known values, integers, lists, objects. */
final class JsonShape {
  private static final String ORDERS = AuthorizationDetail.class.getPackageName() + ".";

  private final Check check;

  private JsonShape(Check check) {
    this.check = check;
  }

  /**
   * Compares types, down to the members; null fits any, for the contract decides what is required.
   *
   * @param what the name of the value, for the sender
   * @throws RefusedException if a type is another one
   */
  static void require(Argument<?> type, JsonNode value, String what) {
    new JsonShape(RegistrationCheck.fits(type.getType())).requireType(type, value, what);
  }

  private void requireType(Argument<?> type, JsonNode value, String what) {
    if (value.isNull()) {
      return;
    }
    Class<?> model = type.getType();
    if (List.class.isAssignableFrom(model)) {
      requireThat(value.isArray(), what, "an array");
      Argument<?> element = type.getFirstTypeVariable().orElse(Argument.OBJECT_ARGUMENT);
      value.values().forEach(member -> requireType(element, member, "an element of " + what));
    } else if (Map.class.isAssignableFrom(model)) {
      requireThat(value.isObject(), what, "an object");
    } else if (model == String.class) {
      requireThat(value.isString(), what, "a string");
    } else if (model == Integer.class || model == Long.class) {
      requireInteger(value, what, model == Long.class ? Long.SIZE : Integer.SIZE);
    } else if (model == Boolean.class) {
      requireThat(value.isBoolean(), what, "true or false");
    } else if (model.isEnum()) {
      requireConstant(model, value, what);
    } else {
      introspection(model).ifPresent(members -> requireMembers(members, value, what));
    }
  }

  /** Enums of the contract are written as they are named there. */
  private void requireConstant(Class<?> model, JsonNode value, String what) {
    requireThat(value.isString(), what, "a string");
    List<String> known =
        Arrays.stream(model.getEnumConstants()).map(String::valueOf).toList();
    if (!known.contains(value.getStringValue())) {
      throw new RefusedException(
          check,
          Difference.of(
              what + " to be one of " + String.join(", ", known), value.getStringValue()));
    }
  }

  private void requireMembers(BeanIntrospection<?> model, JsonNode value, String what) {
    requireThat(value.isObject(), what, "an object");
    Set<String> names = new LinkedHashSet<>();
    for (BeanProperty<?, ?> property : model.getBeanProperties()) {
      String name = property
          .getAnnotationMetadata()
          .stringValue(JsonProperty.class)
          .orElse(property.getName());
      names.add(name);
      JsonNode member = value.get(name);
      if (member != null) {
        requireType(property.asArgument(), member, name);
      }
    }
    if (isOrder(model.getBeanType())) {
      requireNoOthers(names, value, what);
    }
  }

  /** What a tester orders is meant; what standards describe may have members that nobody here knows. */
  private static boolean isOrder(Class<?> model) {
    return model.getName().startsWith(ORDERS) && model != AuthorizationDetail.class;
  }

  private void requireNoOthers(Set<String> names, JsonNode value, String what) {
    value.entries().forEach(member -> {
      if (!names.contains(member.getKey())) {
        throw new RefusedException(
            check,
            Difference.of(
                what + " to have no members but " + String.join(", ", names), member.getKey()));
      }
    });
  }

  /** One that does not fit would come out as another number. */
  private void requireInteger(JsonNode value, String what, int bits) {
    requireThat(isInteger(value), what, "an integer");
    BigInteger number = value.getBigIntegerValue();
    if (number.bitLength() >= bits) {
      throw new RefusedException(
          check, Difference.of(what + " to be an integer of " + bits + " bits", number.toString()));
    }
  }

  private static boolean isInteger(JsonNode value) {
    if (!value.isNumber()) {
      return false;
    }
    Number number = value.getNumberValue();
    return number instanceof Integer || number instanceof Long || number instanceof BigInteger;
  }

  private static Optional<BeanIntrospection<Object>> introspection(Class<?> model) {
    @SuppressWarnings("unchecked")
    Class<Object> type = (Class<Object>) model;
    return BeanIntrospector.SHARED.findIntrospection(type);
  }

  private void requireThat(boolean fits, String what, String expected) {
    if (!fits) {
      throw new RefusedException(
          check, new Difference(what + " to be " + expected, "another type"));
    }
  }
}
