package dev.authmock.fault;

import dev.authmock.api.control.model.Endpoint;
import dev.authmock.api.control.model.FaultOrder;
import dev.authmock.api.control.model.RequestMatch;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an order for a fault must keep beyond the types and ranges of its members. */
@Singleton
class OrderRules {
  /** Deeper JSON could be read, and then not be written within something else. */
  private static final int MAX_DEPTH = 50;

  private static final String OF_ALL_KINDS = "name, kind, match, times, every, lifetime";

  private final JsonMapper json;

  OrderRules(JsonMapper json) {
    this.json = json;
  }

  /**
   * Requires an order that makes sense.
   *
   * @return its {@code members} as JSON
   * @throws dev.authmock.check.RefusedException if it makes none
   */
  Map<String, JsonNode> require(FaultOrder order, Evaluation evaluation) {
    evaluation.note("name", order.getName());
    evaluation.note("kind", order.getKind().getValue());
    evaluation.require(
        ControlCheck.FAULT_TIMES,
        order.getTimes() == null || !Boolean.TRUE.equals(order.getEvery()),
        () -> new Difference("one of them", "both"));
    requireMembersOfKind(order, evaluation);
    requireMatch(order.getMatch(), evaluation);
    return requireValues(order, evaluation);
  }

  private static void requireMembersOfKind(FaultOrder order, Evaluation evaluation) {
    String unused = names(member -> member.isIn(order) && !member.isOf(order.getKind()));
    evaluation.require(
        ControlCheck.FAULT_MEMBERS,
        unused.isEmpty(),
        () -> new Difference(
            "with "
                + order.getKind()
                + " none but "
                + OF_ALL_KINDS
                + Arrays.stream(OrderMember.values())
                    .filter(member -> member.isOf(order.getKind()))
                    .map(member -> ", " + member.wireName())
                    .collect(Collectors.joining()),
            unused));
    String missing = names(member -> !member.isIn(order) && member.isRequiredBy(order.getKind()));
    evaluation.require(
        ControlCheck.FAULT_REQUIRED,
        missing.isEmpty(),
        () -> Difference.missing(missing + " with " + order.getKind()));
  }

  private static void requireMatch(@Nullable RequestMatch match, Evaluation evaluation) {
    evaluation.require(
        ControlCheck.FAULT_MATCH,
        match == null
            || match.getGrantType() == null
            || match.getEndpoint() == null
            || match.getEndpoint() == Endpoint.TOKEN,
        () -> new Difference("the endpoint token with a grant_type", "another endpoint"));
  }

  private Map<String, JsonNode> requireValues(FaultOrder order, Evaluation evaluation) {
    boolean named = order.getMissing() == null
        || order.getMissing().stream().allMatch(name -> name != null && !name.isEmpty());
    evaluation.require(
        ControlCheck.FAULT_VALUES,
        named,
        () -> new Difference("names in missing", "one that is null or empty"));
    Map<String, JsonNode> members = tree(order.getMembers());
    evaluation.require(
        ControlCheck.FAULT_VALUES,
        order.getMembers() == null || !members.isEmpty(),
        () -> Difference.missing("at least one of members"));
    evaluation.require(
        ControlCheck.FAULT_VALUES,
        members.values().stream().allMatch(value -> isWritable(value, MAX_DEPTH)),
        () -> new Difference(
            "members nested at most " + MAX_DEPTH + " deep, with numbers that a double can hold",
            "some that are not"));
    return members;
  }

  private Map<String, JsonNode> tree(@Nullable Map<String, Object> members) {
    Map<String, JsonNode> tree = new LinkedHashMap<>();
    if (members != null) {
      try {
        json.writeValueToTree(members)
            .entries()
            .forEach(member -> tree.put(member.getKey(), member.getValue()));
      } catch (IOException e) {
        throw new IllegalStateException("what came as JSON is none", e);
      }
    }
    return tree;
  }

  /** A number beyond the range of double has become infinite. */
  private static boolean isWritable(JsonNode value, int depth) {
    if (value.isNumber()) {
      return Double.isFinite(value.getDoubleValue());
    }
    if (value.isContainerNode()) {
      for (JsonNode member : value.values()) {
        if (depth == 1 || !isWritable(member, depth - 1)) {
          return false;
        }
      }
    }
    return true;
  }

  private static String names(Predicate<OrderMember> filter) {
    return Arrays.stream(OrderMember.values())
        .filter(filter)
        .map(OrderMember::wireName)
        .collect(Collectors.joining(", "));
  }
}
