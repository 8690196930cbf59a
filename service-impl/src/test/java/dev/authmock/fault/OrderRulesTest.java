package dev.authmock.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.api.control.model.Endpoint;
import dev.authmock.api.control.model.FaultKind;
import dev.authmock.api.control.model.FaultOrder;
import dev.authmock.api.control.model.FaultOrder.TokenEnum;
import dev.authmock.api.control.model.ProblemSlug;
import dev.authmock.api.control.model.RequestMatch;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import io.micronaut.json.JsonMapper;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which orders for faults make sense. */
class OrderRulesTest {
  private final OrderRules rules = new OrderRules(JsonMapper.createDefault());

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void a_member_that_a_kind_does_not_use_is_an_error(FaultKind kind) {
    for (OrderMember member : OrderMember.values()) {
      FaultOrder order = with(member, least(kind));
      if (member.isOf(kind)) {
        rules.require(order, new Evaluation("id"));
      } else {
        refuses(order, ControlCheck.FAULT_MEMBERS).hasMessageContaining(member.wireName());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(FaultKind.class)
  void a_kind_needs_what_it_is_nothing_without(FaultKind kind) {
    FaultOrder bare = new FaultOrder().kind(kind);
    if (bare.equals(least(kind))) {
      rules.require(bare, new Evaluation("id"));
    } else {
      refuses(bare, ControlCheck.FAULT_REQUIRED);
    }
  }

  @Test
  void times_and_every_exclude_each_other() {
    refuses(least(FaultKind.CUT_OFF).times(2).every(true), ControlCheck.FAULT_TIMES);
    rules.require(least(FaultKind.CUT_OFF).times(2).every(false), new Evaluation("id"));
  }

  @Test
  void a_grant_type_is_that_of_a_token_request() {
    RequestMatch match = new RequestMatch().grantType("authorization_code");
    rules.require(least(FaultKind.CUT_OFF).match(match), new Evaluation("id"));
    rules.require(
        least(FaultKind.CUT_OFF).match(match.endpoint(Endpoint.TOKEN)), new Evaluation("id"));
    refuses(
        least(FaultKind.CUT_OFF).match(match.endpoint(Endpoint.JWKS)), ControlCheck.FAULT_MATCH);
  }

  @Test
  void members_are_such_as_an_answer_can_have() {
    Map<String, Object> deep = Map.of("a", 1);
    for (int i = 0; i < 60; i++) {
      deep = Map.of("a", deep);
    }
    for (Map<String, Object> members : List.of(
        Map.<String, Object>of(),
        Map.<String, Object>of("a", Double.POSITIVE_INFINITY),
        Map.<String, Object>of("a", List.of(Double.NEGATIVE_INFINITY)),
        deep)) {
      refuses(
          new FaultOrder().kind(FaultKind.EXTRA_MEMBERS).members(members),
          ControlCheck.FAULT_VALUES);
    }
  }

  @Test
  void what_is_left_out_has_a_name() {
    for (List<String> missing :
        List.of(Collections.<String>singletonList(null), List.of("a", ""))) {
      refuses(
          new FaultOrder().kind(FaultKind.MISSING_MEMBERS).missing(missing),
          ControlCheck.FAULT_VALUES);
    }
  }

  private AbstractThrowableAssert<?, ?> refuses(FaultOrder order, ControlCheck check) {
    return assertThatThrownBy(() -> rules.require(order, new Evaluation("id")))
        .isInstanceOfSatisfying(
            RefusedException.class, refused -> assertThat(refused.check()).isEqualTo(check));
  }

  /** The kind with what it needs and no more. */
  private static FaultOrder least(FaultKind kind) {
    FaultOrder order = new FaultOrder().kind(kind);
    for (OrderMember member : OrderMember.values()) {
      if (member.isRequiredBy(kind)) {
        order = with(member, order);
      }
    }
    return order;
  }

  private static FaultOrder with(OrderMember member, FaultOrder order) {
    return switch (member) {
      case PROBLEM -> order.problem(ProblemSlug.NOT_FOUND);
      case ERROR -> order.error(OAuthErrorCode.INVALID_GRANT);
      case DELAY_MS -> order.delayMs(1);
      case TOKEN -> order.token(TokenEnum.ID_TOKEN);
      case EXPIRES_IN -> order.expiresIn(0);
      case MEMBERS -> order.members(Map.of("a", 1));
      case MISSING -> order.missing(List.of("a"));
    };
  }
}
