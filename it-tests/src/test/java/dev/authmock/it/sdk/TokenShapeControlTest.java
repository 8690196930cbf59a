package dev.authmock.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.TokenShapeControl;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.control.model.TokenShape;
import dev.authmock.sdk.control.model.TokenShapeMatch;
import dev.authmock.sdk.control.model.TokenShapeOrder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Token shapes, by the SDK. */
class TokenShapeControlTest extends ServiceTest {

  @Test
  void a_shape_is_added_listed_and_removed() {
    TokenShapeControl shapes = sdk.control().tokenShapes();
    TokenShape shape = shapes.add(new TokenShapeOrder()
        .name("short-lived")
        .match(new TokenShapeMatch().clientId(Codes.HOLDER))
        .lifetime(60)
        .accessTokenClaims(Map.of("role", "auditor")));
    assertThat(shape.getName()).isEqualTo("short-lived");
    assertThat(shape.getConfigured()).isFalse();

    assertThat(expiresIn()).isEqualTo(60);
    assertThat(shapes.list()).extracting(TokenShape::getApplied).containsExactly(1);

    shapes.remove("short-lived");
    assertThat(shapes.list()).isEmpty();
    assertThat(expiresIn()).isEqualTo(86400);
  }

  @Test
  void all_shapes_are_removed_at_once() {
    TokenShapeControl shapes = sdk.control().tokenShapes();
    shapes.add(new TokenShapeOrder().subject("did:key:z2"));
    shapes.add(new TokenShapeOrder().lifetime(7));

    shapes.removeAll();
    assertThat(shapes.list()).isEmpty();
  }

  private int expiresIn() {
    return sdk.redeem(PreAuthorizedCodeGrant.of(codes.preAuthorized())
            .withUserPin(UserPin.of(Codes.DERIVED_PIN)))
        .getExpiresIn();
  }
}
