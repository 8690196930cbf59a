package dev.authmock.control;

import dev.authmock.api.control.ResetApi;
import dev.authmock.server.Resettable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Collection;

/** Starts the server's state afresh. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class ResetController implements ResetApi {
  private final Collection<Resettable> state;

  ResetController(Collection<Resettable> state) {
    this.state = state;
  }

  @Override
  public HttpResponse<Void> reset(HttpRequest<?> request) {
    state.forEach(Resettable::reset);
    return HttpResponse.noContent();
  }
}
