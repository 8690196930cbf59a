package dev.authmock.it.authorize;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.flow.BadJwt;
import dev.authmock.it.support.flow.BadJwts;
import dev.authmock.it.support.flow.ServiceRequestTest;
import dev.authmock.sdk.wallet.ServiceWallet;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The request object of a service wallet, as a JWT.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101#section-6">RFC 9101, section 6</a>
 */
class RequestObjectJwtTest extends ServiceRequestTest {

  @Test
  void a_service_wallet_needs_a_request_object() {
    assertRefused(form(request), "invalid_request", "request_object.present");
    assertRefused(
        form(request).with("request", "").with("request_uri", ""),
        "invalid_request",
        "request_object.present");
  }

  @ParameterizedTest
  @MethodSource("dev.authmock.it.support.flow.BadJwts#noJwts")
  void what_is_no_jwt_is_no_request_object(String garbage) {
    assertRefused(with(garbage), INVALID, "request_object.jwt");
  }

  @ParameterizedTest
  @MethodSource("dev.authmock.it.support.flow.BadJwts#headers")
  void a_header_or_a_signature_that_nobody_may_have(BadJwt bad) {
    assertRefused(with(bad.of(object())), INVALID, "request_object." + bad.rule());
  }

  @Test
  void times_that_nobody_may_claim() {
    BadJwts.times(clock.instant())
        .forEach(
            bad -> assertRefused(with(bad.of(object())), INVALID, "request_object." + bad.rule()));
  }

  @Test
  void it_has_to_be_for_this_server() {
    BadJwts.audiences(sdk.issuer())
        .forEach(bad -> assertRefused(with(bad.of(object())), INVALID, "request_object.aud"));
    assertRefused(with(object().claim("aud", sdk.tokenEndpoint())), INVALID, "request_object.aud");
    assertAccepted(with(object().claim("aud", List.of("https://other.example", sdk.issuer()))));
  }

  @ParameterizedTest
  @CsvSource({"iss, iss", "client_id, client_id"})
  void it_has_to_be_the_clients_own(String claim, String rule) {
    String check = "request_object." + rule;
    assertRefused(with(object().claim(claim, null)), INVALID, check);
    assertRefused(with(object().claim(claim, wallet.clientId() + "/")), INVALID, check);
    assertRefused(with(object().claim(claim, sdk.issuer())), INVALID, check);
    assertRefused(with(object().claim(claim, List.of(wallet.clientId()))), INVALID, check);
    assertRefused(with(object().claim(claim, wallet.did())), INVALID, check);
  }

  @ParameterizedTest
  @ValueSource(strings = {"key-2", "key-1 ", "KEY-1", "did:key:z2dmz#z2dmz", "../key-1"})
  void its_kid_has_to_be_known(String kid) {
    assertRefused(with(object().header("kid", kid)), INVALID, "request_object.key_known");
  }

  @Test
  void another_clients_key_is_not_the_clients() {
    ServiceWallet other = serviceWallet();
    assertRefused(with(object().signedBy(other.key())), INVALID, "request_object.signature");
    assertRefused(
        form(request.withRequest(other.requestObject(request).serialized())),
        INVALID,
        "request_object.signature");
  }

  @Test
  void another_clients_request_is_not_the_clients() {
    ServiceWallet other = serviceWallet();
    ECKey key = wallet.key();
    ServiceWallet sameKey =
        ServiceWallet.builder(sdk, clients.freshId(), key).clock(clock).build();
    assertRefused(
        form(request.withRequest(other
            .signed(other.authorizationRequest(other.types(VA_TO_ONBOARD)))
            .parameter("request"))),
        INVALID,
        "request_object.signature");
    assertRefused(
        form(request.withRequest(sameKey
            .signed(sameKey.authorizationRequest(sameKey.types(VA_TO_ONBOARD)))
            .parameter("request"))),
        INVALID,
        "request_object.iss");
  }

  @Test
  void a_client_assertion_is_no_request_object() {
    assertRefused(with(wallet.clientAssertion().serialized()), INVALID, "request_object.client_id");
  }

  @Test
  void its_signature_covers_what_it_says() {
    String[] parts = object().serialized().split("\\.");
    String[] other = object().claim("state", "x").serialized().split("\\.");
    assertRefused(
        with(parts[0] + "." + other[1] + "." + parts[2]), INVALID, "request_object.signature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"oauth-authz-req+jwt", "JWT", "jwt"})
  void its_typ_may_be_left_out_or_be_that_of_any_jwt(String typ) {
    assertAccepted(with(object().header("typ", typ)));
    assertAccepted(with(object().header("typ", null)));
  }

  /** Else one kind of JWT could be passed off as another. */
  @ParameterizedTest
  @ValueSource(strings = {"at+jwt", "openid4vci-proof+jwt", "id_token+jwt", "x"})
  void its_typ_must_not_be_that_of_another_kind(String typ) {
    assertRefused(with(object().header("typ", typ)), INVALID, "request_object.typ");
    assertRefused(with(object().header("typ", 1)), INVALID, "request_object.typ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"exp", "iat", "nbf", "jti"})
  void it_need_not_claim_a_time(String claim) {
    assertAccepted(with(object().claim(claim, null)));
  }

  @Test
  void it_is_good_until_a_minute_after_its_exp() {
    Form sent = with(object().claim("exp", clock.instant().plusSeconds(30)));
    clock.advance(Duration.ofSeconds(90).minusMillis(1));
    assertAccepted(sent);
    clock.advance(Duration.ofMillis(1));
    assertRefused(sent, INVALID, "request_object.not_expired");
  }

  /** RFC 9101 does not ask for more, and wallets try again. */
  @Test
  void it_may_be_sent_twice() {
    Form sent = good();
    assertAccepted(sent);
    assertAccepted(sent);
  }
}
