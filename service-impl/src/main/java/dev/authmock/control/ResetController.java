package dev.authmock.control;

import dev.authmock.api.control.ResetApi;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Starts the server's state afresh. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ResetController implements ResetApi {
  private final Reset reset;

  ResetController(Reset reset) {
    this.reset = reset;
  }

  @Override
  public HttpResponse<Void> reset(HttpRequest<?> request) {
    reset.all();
    return HttpResponse.noContent();
  }
}
