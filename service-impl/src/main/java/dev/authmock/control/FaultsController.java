package dev.authmock.control;

import dev.authmock.api.control.FaultsApi;
import dev.authmock.api.control.model.Fault;
import dev.authmock.api.control.model.FaultList;
import dev.authmock.api.control.model.FaultOrder;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.fault.FaultView;
import dev.authmock.fault.Faults;
import dev.authmock.journal.Evaluations;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Injects faults, and shows and removes them; {@link Faults} keeps them. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class FaultsController implements FaultsApi {
  private final Faults faults;
  private final FaultView view;
  private final Evaluations evaluations;

  FaultsController(Faults faults, FaultView view, Evaluations evaluations) {
    this.faults = faults;
    this.view = view;
    this.evaluations = evaluations;
  }

  @Override
  public HttpResponse<Fault> injectFault(HttpRequest<?> request, FaultOrder order) {
    return HttpResponse.created(view.of(faults.inject(order, evaluations.of(request))));
  }

  @Override
  public HttpResponse<FaultList> listFaults(HttpRequest<?> request) {
    return HttpResponse.ok(
        new FaultList().faults(faults.list().stream().map(view::of).toList()));
  }

  @Override
  public HttpResponse<Fault> readFault(HttpRequest<?> request, String name) {
    return HttpResponse.ok(faults.find(name).map(view::of).orElseThrow(() -> unknown(name)));
  }

  @Override
  public HttpResponse<Void> removeFault(HttpRequest<?> request, String name) {
    if (!faults.remove(name)) {
      throw unknown(name);
    }
    return HttpResponse.noContent();
  }

  @Override
  public HttpResponse<Void> removeFaults(HttpRequest<?> request) {
    faults.removeAll();
    return HttpResponse.noContent();
  }

  private static RefusedException unknown(String name) {
    return new RefusedException(
        ControlCheck.FAULT_KNOWN, Difference.of("the name of a fault", name));
  }
}
