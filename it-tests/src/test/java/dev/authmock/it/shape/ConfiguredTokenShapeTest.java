package dev.authmock.it.shape;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Property;
import org.junit.jupiter.api.Test;

/** A token shape of the configuration: there from the start, and nobody can remove it. */
@Property(name = "authmock.token-shapes.standing.lifetime", value = "3600")
@Property(name = "authmock.token-shapes.standing.access-token-claims.tenantId", value = "ebsi")
@Property(name = "authmock.token-shapes.also.match.parameters.redirect_uri", value = "*")
@Property(name = "authmock.token-shapes.also.subject", value = "did:never")
class ConfiguredTokenShapeTest extends ShapeTest {

  @Test
  void it_shapes_from_the_start() {
    JsonNode tokens = tokens();
    assertThat(tokens.path("expires_in").intValue()).isEqualTo(3600);
    assertThat(accessToken(tokens)).containsEntry("tenantId", "ebsi");
    assertThat(idToken(tokens)).doesNotContainKey("tenantId");
  }

  @Test
  void it_comes_first_and_others_go_over_it() {
    shape("{\"name\":\"a-later-one\",\"lifetime\":60}");

    assertThat(shapes().findValuesAsText("name"))
        .containsExactly("also", "standing", "a-later-one");
    assertThat(shapes().findValuesAsText("configured")).containsExactly("true", "true", "false");
    assertThat(tokens().path("expires_in").intValue()).isEqualTo(60);
  }

  @Test
  void it_stays_when_all_others_go() {
    shape("{\"name\":\"other\",\"lifetime\":60}");
    assertThat(http.request("DELETE", SHAPES).send().status()).isEqualTo(204);
    requireThatItStays();

    shape("{\"name\":\"other\",\"lifetime\":60}");
    sdk.control().reset();
    assertThat(shapes().get(1).path("applied").intValue()).isZero();
    requireThatItStays();
  }

  @Test
  void it_can_not_be_removed_or_replaced() {
    assertThatProblem(http.request("DELETE", SHAPES + "/standing").send())
        .is(NOT_FOUND, "invalid_request", "token_shape.known")
        .saying("which is from the configuration and stays");
    assertThatProblem(order("{\"name\":\"standing\",\"lifetime\":60}"))
        .is(BAD_REQUEST, "invalid_request", "token_shape.name_free");
    requireThatItStays();
  }

  private void requireThatItStays() {
    assertThat(shapes()).hasSize(2);
    assertThat(tokens().path("expires_in").intValue()).isEqualTo(3600);
  }
}
