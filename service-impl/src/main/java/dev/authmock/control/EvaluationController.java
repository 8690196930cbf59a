package dev.authmock.control;

import dev.authmock.api.control.EvaluationApi;
import dev.authmock.api.control.model.EvaluatedRequest;
import dev.authmock.api.control.model.EvaluationOrder;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Answers why a token request is refused; {@link TokenRequestEvaluator} finds out. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class EvaluationController implements EvaluationApi {
  private final TokenRequestEvaluator evaluator;

  EvaluationController(TokenRequestEvaluator evaluator) {
    this.evaluator = evaluator;
  }

  @Override
  public HttpResponse<EvaluatedRequest> evaluateTokenRequest(
      HttpRequest<?> request, EvaluationOrder order) {
    return HttpResponse.ok(evaluator.evaluate(order.getRequest()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
