package dev.authmock.fault;

import dev.authmock.api.control.model.FaultKind;
import dev.authmock.api.control.model.FaultOrder;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The members of an order that belong to some kinds of faults only. */
enum OrderMember {
  PROBLEM("problem", FaultOrder::getProblem, true, FaultKind.PROBLEM),
  ERROR("error", FaultOrder::getError, false, FaultKind.PROBLEM),
  DELAY_MS("delay_ms", FaultOrder::getDelayMs, true, FaultKind.DELAY),
  TOKEN(
      "token",
      FaultOrder::getToken,
      false,
      FaultKind.BROKEN_SIGNATURE,
      FaultKind.WRONG_KID,
      FaultKind.EXPIRED_TOKEN),
  EXPIRES_IN("expires_in", FaultOrder::getExpiresIn, false, FaultKind.SHORT_EXPIRES_IN),
  MEMBERS("members", FaultOrder::getMembers, true, FaultKind.EXTRA_MEMBERS),
  MISSING("missing", FaultOrder::getMissing, true, FaultKind.MISSING_MEMBERS);

  private final String wireName;
  private final Function<FaultOrder, @Nullable Object> value;
  private final boolean required;
  private final Set<FaultKind> kinds;

  OrderMember(
      String wireName,
      Function<FaultOrder, @Nullable Object> value,
      boolean required,
      FaultKind... kinds) {
    this.wireName = wireName;
    this.value = value;
    this.required = required;
    this.kinds = Set.of(kinds);
  }

  /** Its name in the contract. */
  String wireName() {
    return wireName;
  }

  /** Whether the order has it. */
  boolean isIn(FaultOrder order) {
    return value.apply(order) != null;
  }

  /** Whether the kind uses it. */
  boolean isOf(FaultKind kind) {
    return kinds.contains(kind);
  }

  /** Whether the kind is nothing without it. */
  boolean isRequiredBy(FaultKind kind) {
    return required && isOf(kind);
  }
}
