package dev.authmock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.api.control.model.RequestMatch;
import dev.authmock.check.Evaluation;
import dev.authmock.journal.FlowMemory;
import dev.authmock.server.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which requests a fault hits. */
class MatchTest {
  private final FlowMemory flows = new FlowMemory();

  @ParameterizedTest
  @EnumSource(dev.authmock.api.control.model.Endpoint.class)
  void each_endpoint_of_the_contract_is_one_of_the_server(
      dev.authmock.api.control.model.Endpoint ordered) {
    Endpoint endpoint = Endpoint.byId(ordered.getValue()).orElseThrow();
    Match match = Match.of(new RequestMatch().endpoint(ordered));

    assertThat(match.isByPathAlone()).isTrue();
    for (Endpoint asked : Endpoint.values()) {
      assertThat(match.fits(asked, request(), flows)).isEqualTo(asked == endpoint);
    }
  }

  @Test
  void nothing_said_matches_everything() {
    for (Endpoint asked : Endpoint.values()) {
      assertThat(Match.of(null).fits(asked, request(), flows)).isTrue();
      assertThat(Match.of(new RequestMatch()).fits(asked, request(), flows)).isTrue();
    }
  }

  @Test
  void a_grant_type_is_that_of_token_requests() {
    Match match = Match.of(new RequestMatch().grantType("g"));
    Evaluation request = request();
    request.note("grant_type", "g");

    assertThat(match.fits(Endpoint.TOKEN, request, flows)).isTrue();
    assertThat(match.fits(Endpoint.CREDENTIAL, request, flows)).isFalse();
    assertThat(match.fits(Endpoint.TOKEN, request(), flows)).isFalse();
  }

  @Test
  void a_client_is_the_one_that_was_sent_or_whose_flow_it_is() {
    Match match = Match.of(new RequestMatch().clientId("c"));
    Evaluation sent = request();
    sent.noteClient("c");
    sent.noteFlow("f");
    Evaluation later = request();
    later.noteFlow("f");
    Evaluation other = request();
    other.noteClient("d");

    assertThat(match.fits(Endpoint.TOKEN, sent, flows)).isTrue();
    assertThat(match.fits(Endpoint.TOKEN, later, flows)).isFalse();
    flows.learn(sent);
    assertThat(match.fits(Endpoint.TOKEN, later, flows)).isTrue();
    assertThat(match.fits(Endpoint.TOKEN, other, flows)).isFalse();
  }

  @Test
  void what_is_said_has_to_fit_together() {
    Match match = Match.of(new RequestMatch().clientId("c").grantType("g"));
    Evaluation request = request();
    request.noteClient("c");

    assertThat(match.isByPathAlone()).isFalse();
    assertThat(match.fits(Endpoint.TOKEN, request, flows)).isFalse();
    request.note("grant_type", "g");
    assertThat(match.fits(Endpoint.TOKEN, request, flows)).isTrue();
  }

  private static Evaluation request() {
    return new Evaluation("id");
  }
}
