package dev.authmock.fault;

import dev.authmock.api.control.model.Fault.TokenEnum;
import dev.authmock.api.control.model.FaultKind;
import dev.authmock.api.control.model.FaultOrder;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Shows a fault as the contract describes it. */
@Singleton
public class FaultView {
  private final Clock clock;

  FaultView(Clock clock) {
    this.clock = clock;
  }

  /** The fault as of now. */
  public dev.authmock.api.control.model.Fault of(Fault fault) {
    FaultOrder order = fault.order();
    return new dev.authmock.api.control.model.Fault()
        .name(fault.name())
        .kind(fault.kind())
        .match(fault.match())
        .times(fault.times())
        .injected(fault.injected())
        .ended(fault.hasEnded(clock.instant()))
        .createdAt(fault.createdAt())
        .endsAt(fault.endsAt())
        .problem(order.getProblem())
        .error(order.getError())
        .delayMs(order.getDelayMs())
        .token(fault.token() == null ? null : TokenEnum.fromValue(fault.token()))
        .expiresIn(fault.kind() == FaultKind.SHORT_EXPIRES_IN ? fault.expiresIn() : null)
        .members(order.getMembers())
        .missing(order.getMissing());
  }
}
