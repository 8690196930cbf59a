package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.sdk.control.model.TokenShape;
import dev.authmock.sdk.control.model.TokenShapeMatch;
import dev.authmock.sdk.control.model.TokenShapeOrder;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TokenShapeControlTest {

  private static final String SHAPE = """
      {"name": "short-lived", "match": {"client_id": "https://c.example"}, "configured": false,
       "applied": 3, "lifetime": 60, "access_token_claims": {"role": "auditor"}}""";

  @Test
  void a_shape_is_added_to_order() throws IOException {
    try (FakePeer peer = FakePeer.answering(201, FakePeer.JSON, SHAPE)) {
      TokenShape shape = peer.client()
          .control()
          .tokenShapes()
          .add(new TokenShapeOrder()
              .lifetime(60)
              .match(new TokenShapeMatch().clientId("https://c.example"))
              .accessTokenClaims(Map.of("role", "auditor")));

      assertThat(shape.getName()).isEqualTo("short-lived");
      assertThat(shape.getAccessTokenClaims()).containsEntry("role", "auditor");
      assertThat(peer.request().method() + peer.request().uri())
          .isEqualTo("POST/mock/token-shapes");
      assertThat(peer.request().body())
          .isEqualTo("{\"match\":{\"client_id\":\"https://c.example\"},\"lifetime\":60,"
              + "\"access_token_claims\":{\"role\":\"auditor\"}}");
    }
  }

  @Test
  void shapes_are_listed() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, "{\"shapes\": [" + SHAPE + "]}")) {
      assertThat(peer.client().control().tokenShapes().list())
          .extracting(TokenShape::getApplied)
          .containsExactly(3);
      assertThat(peer.request().method() + peer.request().uri()).isEqualTo("GET/mock/token-shapes");
    }
  }

  @Test
  void shapes_are_removed() throws IOException {
    try (FakePeer peer = FakePeer.answering(204, "", "")) {
      peer.client().control().tokenShapes().remove("short-lived");
      assertThat(peer.request().method() + peer.request().uri())
          .isEqualTo("DELETE/mock/token-shapes/short-lived");
    }
    try (FakePeer peer = FakePeer.answering(204, "", "")) {
      peer.client().control().tokenShapes().removeAll();
      assertThat(peer.request().method() + peer.request().uri())
          .isEqualTo("DELETE/mock/token-shapes");
    }
  }
}
