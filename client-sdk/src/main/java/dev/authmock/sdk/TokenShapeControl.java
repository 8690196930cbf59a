package dev.authmock.sdk;

import dev.authmock.sdk.control.api.ShapingApi;
import dev.authmock.sdk.control.model.TokenShape;
import dev.authmock.sdk.control.model.TokenShapeList;
import dev.authmock.sdk.control.model.TokenShapeOrder;
import java.util.List;
import java.util.Objects;

/** Gives tokens other claims, lifetimes and subjects. Immutable and thread-safe. */
public final class TokenShapeControl {

  private final Calls calls;
  private final ShapingApi shaping;

  TokenShapeControl(Calls calls, Transport transport) {
    this.calls = calls;
    this.shaping = new ShapingApi(transport);
  }

  /**
   * Shapes the tokens of matching requests from now on.
   *
   * @param order what they say, and which requests match; all of them where nothing is said
   * @return the shape with its name
   * @throws AuthMockException if there can't be such a shape, or another one has its name
   */
  public TokenShape add(TokenShapeOrder order) {
    Objects.requireNonNull(order, "order");
    return calls.answer(() -> shaping.addTokenShapeWithHttpInfo(order), TokenShape::getName);
  }

  /**
   * All shapes.
   *
   * @return the shapes in the order in which they apply, those of the configuration first
   */
  public List<TokenShape> list() {
    return calls
        .answer(shaping::listTokenShapesWithHttpInfo, TokenShapeList::getShapes)
        .getShapes();
  }

  /**
   * Removes a shape.
   *
   * @param name its name
   * @throws AuthMockException with status 404 if there is none of that name beside those of the
   *     configuration
   * @throws IllegalArgumentException if the name is blank
   */
  public void remove(String name) {
    PathSegment.require(name, "name");
    calls.done(() -> shaping.removeTokenShapeWithHttpInfo(name));
  }

  /** Removes all shapes but those of the configuration. */
  public void removeAll() {
    calls.done(shaping::removeTokenShapesWithHttpInfo);
  }

  /**
   * The generated operations on token shapes, for what has no method here.
   *
   * @return the operations, with the control token where one is set
   */
  public ShapingApi api() {
    return shaping;
  }
}
