package dev.authmock.sdk;

import dev.authmock.sdk.control.api.FaultsApi;
import dev.authmock.sdk.control.model.Fault;
import dev.authmock.sdk.control.model.FaultList;
import dev.authmock.sdk.control.model.FaultOrder;
import java.util.List;
import java.util.Objects;

/** Makes the server misbehave on purpose. Immutable and thread-safe. */
public final class FaultControl {

  private final Calls calls;
  private final FaultsApi faults;

  FaultControl(Calls calls, Transport transport) {
    this.calls = calls;
    this.faults = new FaultsApi(transport);
  }

  /**
   * Injects a fault.
   *
   * @param order what goes wrong, and for which requests (see {@link Faults})
   * @return the fault with its name, which hits from now on
   * @throws AuthMockException if there is no such fault, or another one has its name
   */
  public Fault inject(FaultOrder order) {
    Objects.requireNonNull(order, "order");
    return calls.answer(() -> faults.injectFaultWithHttpInfo(order), Fault::getName);
  }

  /**
   * All faults since the last reset.
   *
   * @return the faults, the oldest first, those that have ended among them
   */
  public List<Fault> list() {
    return calls.answer(faults::listFaultsWithHttpInfo, FaultList::getFaults).getFaults();
  }

  /**
   * How often a fault has hit, and whether it has ended.
   *
   * @param name its name
   * @return the fault
   * @throws AuthMockException with status 404 if there is none of that name
   * @throws IllegalArgumentException if the name is blank
   */
  public Fault read(String name) {
    PathSegment.require(name, "name");
    return calls.answer(() -> faults.readFaultWithHttpInfo(name), Fault::getName);
  }

  /**
   * Removes a fault: it hits no more.
   *
   * @param name its name
   * @throws AuthMockException with status 404 if there is none of that name
   * @throws IllegalArgumentException if the name is blank
   */
  public void remove(String name) {
    PathSegment.require(name, "name");
    calls.done(() -> faults.removeFaultWithHttpInfo(name));
  }

  /** Removes all faults: the server behaves. */
  public void removeAll() {
    calls.done(faults::removeFaultsWithHttpInfo);
  }

  /**
   * The generated operations on faults, for what has no method here.
   *
   * @return the operations, with the control token where one is set
   */
  public FaultsApi api() {
    return faults;
  }
}
