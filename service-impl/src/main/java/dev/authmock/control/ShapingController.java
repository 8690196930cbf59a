package dev.authmock.control;

import dev.authmock.api.control.ShapingApi;
import dev.authmock.api.control.model.TokenShape;
import dev.authmock.api.control.model.TokenShapeList;
import dev.authmock.api.control.model.TokenShapeOrder;
import dev.authmock.journal.Evaluations;
import dev.authmock.token.TokenShapes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** Answers the orders for token shapes; {@link ShapingService} makes them. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class ShapingController implements ShapingApi {
  private final ShapingService service;
  private final TokenShapes shapes;
  private final Evaluations evaluations;

  ShapingController(ShapingService service, TokenShapes shapes, Evaluations evaluations) {
    this.service = service;
    this.shapes = shapes;
    this.evaluations = evaluations;
  }

  @Override
  public HttpResponse<TokenShapeList> listTokenShapes(HttpRequest<?> request) {
    return HttpResponse.ok(service.list());
  }

  @Override
  public HttpResponse<TokenShape> addTokenShape(HttpRequest<?> request, TokenShapeOrder order) {
    return HttpResponse.created(service.add(order, evaluations.of(request)));
  }

  @Override
  public HttpResponse<Void> removeTokenShape(HttpRequest<?> request, String name) {
    shapes.remove(name, evaluations.of(request));
    return HttpResponse.noContent();
  }

  @Override
  public HttpResponse<Void> removeTokenShapes(HttpRequest<?> request) {
    shapes.removeAll();
    return HttpResponse.noContent();
  }
}
