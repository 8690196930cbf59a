package dev.authmock.authorize;

import static dev.authmock.authorize.Refusals.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.grant.PendingAuthorization;
import dev.authmock.jose.SignedJwt;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WalletRequestsTest {
  private static final String ID_TOKEN_ENOUGH = "VerifiableAccreditationToAttest";
  private static final String PRESENTATION = "VerifiableAuthorisationForTrustChain";
  private static final int LONG = 10_000;

  @Test
  void a_request_by_value_has_its_parameters_in_order_and_again_signed() throws Exception {
    Room room = new Room(10, 10, LONG);

    Map<String, String> query =
        query(room.walletRequests.send(Room.accepted(ID_TOKEN_ENOUGH, "openid:")));

    assertThat(query.keySet())
        .containsExactly(
            "state",
            "client_id",
            "redirect_uri",
            "response_type",
            "response_mode",
            "scope",
            "nonce",
            "request");
    assertThat(query)
        .containsEntry("client_id", Room.AUTH_MOCK)
        .containsEntry("redirect_uri", Room.AUTH_MOCK + "/direct_post")
        .containsEntry("response_type", "id_token")
        .containsEntry("response_mode", "direct_post")
        .containsEntry("scope", "openid");
    SignedJwt request = SignedJwt.parse(query.getOrDefault("request", ""));
    query.forEach((name, value) -> {
      if (!name.equals("request")) {
        assertThat(request.string(name).is(value)).as(name).isTrue();
      }
    });
    assertThat(request.string("iss").is(Room.AUTH_MOCK)).isTrue();
    assertThat(request.string("aud").is(Room.CLIENT)).isTrue();
    assertThat(request.date("exp").is(room.clock.instant().plusSeconds(300))).isTrue();
  }

  @Test
  void what_the_client_sent_is_not_passed_on_to_the_wallet() {
    Room room = new Room(10, 10, LONG);

    Map<String, String> query =
        query(room.walletRequests.send(Room.accepted(ID_TOKEN_ENOUGH, "openid:")));

    PendingAuthorization pending =
        room.pendings.peek(query.getOrDefault("state", "")).orElseThrow();
    assertThat(pending.state()).isEqualTo("client's state").isNotEqualTo(query.get("state"));
    assertThat(pending.clientNonce()).isEqualTo("client's nonce");
    assertThat(pending.nonce()).isEqualTo(query.get("nonce"));
  }

  @Test
  void a_request_that_would_pass_the_limit_goes_by_reference() {
    int length = new Room(10, 10, LONG)
        .walletRequests
        .send(Room.accepted(ID_TOKEN_ENOUGH, "openid:"))
        .length();

    Room narrower = new Room(10, 10, length - 1);
    String location = narrower.walletRequests.send(Room.accepted(ID_TOKEN_ENOUGH, "openid:"));

    String uri = query(location).getOrDefault("request_uri", "");
    assertThat(uri).startsWith(Room.AUTH_MOCK + "/request_uri/");
    assertThat(query(location)).doesNotContainKey("request");
    assertThat(narrower
            .walletRequests
            .find(uri.substring(uri.lastIndexOf('/') + 1))
            .live())
        .isPresent();
    assertThat(query(new Room(10, 10, length)
            .walletRequests.send(Room.accepted(ID_TOKEN_ENOUGH, "openid:"))))
        .containsKey("request");
  }

  @Test
  void a_request_for_a_presentation_says_which() throws Exception {
    Room room = new Room(10, 10, LONG);

    Map<String, String> query =
        query(room.walletRequests.send(Room.accepted(PRESENTATION, "openid:")));

    assertThat(query).containsEntry("response_type", "vp_token");
    assertThat(query.get("presentation_definition"))
        .startsWith("{\"id\":\"va-to-onboard-presentation\"");
    assertThat(SignedJwt.parse(query.getOrDefault("request", ""))
            .claims()
            .get("presentation_definition"))
        .isInstanceOf(Map.class);
  }

  @Test
  void by_reference_a_presentation_definition_stands_in_the_request_alone() {
    Room room = new Room(10, 10, 500);

    assertThat(query(room.walletRequests.send(Room.accepted(PRESENTATION, "openid:"))))
        .doesNotContainKey("presentation_definition")
        .containsKey("request_uri");
  }

  @Test
  void a_wallet_with_a_query_of_its_own_keeps_it() {
    Room room = new Room(10, 10, 500);

    assertThat(
            room.walletRequests.send(Room.accepted(ID_TOKEN_ENOUGH, "https://wallet.example/?a=b")))
        .startsWith("https://wallet.example/?a=b&state=");
    assertThat(room.walletRequests.send(Room.accepted(ID_TOKEN_ENOUGH, "openid:")))
        .startsWith("openid://?state=");
  }

  @Test
  void a_request_can_be_read_until_its_time_is_up() {
    Room room = new Room(10, 10, 0);
    String uri = query(room.walletRequests.send(Room.accepted(ID_TOKEN_ENOUGH, "openid:")))
        .getOrDefault("request_uri", "");
    String id = uri.substring(uri.lastIndexOf('/') + 1);

    room.clock.advance(Duration.ofSeconds(299));
    assertThat(room.walletRequests.find(id).live()).isPresent();
    room.clock.advance(Duration.ofSeconds(1));
    assertThat(room.walletRequests.find(id).isExpired()).isTrue();
  }

  @Test
  void for_want_of_room_nothing_is_kept() {
    Room room = new Room(0, 10, 0);

    // More often than there is room for requests by reference: each attempt gives its place back.
    for (int i = 0; i < 20; i++) {
      assertThat(refusal(() -> room.walletRequests.send(Room.accepted(ID_TOKEN_ENOUGH, "openid:")))
              .description())
          .contains("a full store of 0 requests.");
    }
  }

  private static Map<String, String> query(String location) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : location.substring(location.indexOf('?') + 1).split("&", -1)) {
      int equals = pair.indexOf('=');
      query.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return query;
  }
}
