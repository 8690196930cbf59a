package dev.authmock.control;

import dev.authmock.api.control.model.TokenShape;
import dev.authmock.api.control.model.TokenShapeList;
import dev.authmock.api.control.model.TokenShapeMatch;
import dev.authmock.api.control.model.TokenShapeOrder;
import dev.authmock.check.Evaluation;
import dev.authmock.token.AppliedShape;
import dev.authmock.token.ShapeMatch;
import dev.authmock.token.TokenShapes;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds token shapes as a tester orders them, and shows them. */
@Singleton
public class ShapingService {
  private final TokenShapes shapes;

  ShapingService(TokenShapes shapes) {
    this.shapes = shapes;
  }

  /** Adds a shape that the contract allows. */
  public TokenShape add(TokenShapeOrder order, Evaluation evaluation) {
    return view(shapes.add(order, evaluation));
  }

  /** All shapes, in the order in which they apply. */
  public TokenShapeList list() {
    return new TokenShapeList()
        .shapes(shapes.list().stream().map(ShapingService::view).toList());
  }

  private static TokenShape view(AppliedShape applied) {
    dev.authmock.token.TokenShape shape = applied.shape();
    TokenShape view = new TokenShape()
        .name(shape.name())
        .match(view(shape.match()))
        .configured(shape.configured())
        .applied(applied.applied());
    view.setSubject(shape.subject());
    view.setLifetime(shape.lifetime());
    view.setClaims(ifAny(shape.claims()));
    view.setAccessTokenClaims(ifAny(shape.accessTokenClaims()));
    view.setIdTokenClaims(ifAny(shape.idTokenClaims()));
    return view;
  }

  private static TokenShapeMatch view(ShapeMatch match) {
    TokenShapeMatch view = new TokenShapeMatch();
    view.setGrantType(match.grantType());
    view.setClientId(match.clientId());
    view.setCredentialType(match.credentialType());
    view.setParameters(ifAny(match.parameters()));
    return view;
  }

  private static <T extends @Nullable Object> @Nullable Map<String, T> ifAny(
      Map<String, T> members) {
    return members.isEmpty() ? null : members;
  }
}
