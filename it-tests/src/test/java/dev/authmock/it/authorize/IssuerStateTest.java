package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Form;
import dev.authmock.it.support.flow.HolderRequestTest;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.ServiceWallet;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The issuer_state of an authorization request: that of an offer of just this, to just this wallet.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-5.1.3">OpenID4VCI
 *     draft 11, section 5.1.3</a>
 */
class IssuerStateTest extends HolderRequestTest {
  private static final String INVALID_REQUEST = "invalid_request";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CTWalletSameAuthorisedInTime",
        "CTWalletSameAuthorisedDeferred",
        "CTWalletCrossAuthorisedInTime",
        "CTWalletCrossAuthorisedDeferred",
        "CTWalletQualificationCredential"
      })
  void a_credential_of_the_wallet_tests_is_asked_for_with_the_state_of_its_offer(String type) {
    Form offered = form(requestFor(wallet, type));
    assertThatRedirect(http.authorize(offered.without("issuer_state")))
        .is(INVALID_REQUEST, "issuer_state.present")
        .saying(type);
    assertAccepted(offered);
  }

  @Test
  void an_altered_state_is_unknown() {
    String state = good.value("issuer_state");
    char last = state.charAt(state.length() - 1);
    for (String altered : new String[] {
      state.substring(0, state.length() - 1) + (last == 'A' ? 'B' : 'A'),
      state + "A",
      state.substring(1),
      state.toUpperCase(Locale.ROOT) + "x",
      " " + state,
      "x".repeat(60_000)
    }) {
      assertRefused(good.replacing("issuer_state", altered), INVALID_REQUEST, "issuer_state.known");
    }
  }

  @Test
  void other_secrets_of_this_server_are_no_issuer_state() {
    assertRefused(
        good.replacing("issuer_state", assertAccepted(good).parameter("state")),
        INVALID_REQUEST,
        "issuer_state.known");
    assertRefused(
        good.replacing("issuer_state", codes.preAuthorized()),
        INVALID_REQUEST,
        "issuer_state.known");
  }

  @Test
  void the_state_of_another_wallets_offer_is_not_good_and_stays_good_for_that_one() {
    HolderWallet other = holderWallet();
    AuthorizationRequest ofOther = requestFor(other, AUTHORISED);
    assertRefused(
            good.replacing("issuer_state", ofOther.parameter("issuer_state")),
            INVALID_REQUEST,
            "issuer_state.client")
        .leaksNone(other.did());
    assertAccepted(form(ofOther));
  }

  @Test
  void the_state_of_an_offer_of_another_credential_is_not_good() {
    AuthorizationRequest other = requestFor(wallet, "CTWalletCrossAuthorisedInTime");
    assertRefused(
        good.replacing("issuer_state", other.parameter("issuer_state")),
        INVALID_REQUEST,
        "issuer_state.types");
    assertAccepted(form(other));
  }

  @Test
  void a_state_is_not_good_for_more_than_was_offered() {
    String both = good.value("authorization_details").replaceFirst("]$", "")
        + ","
        + form(requestFor(wallet, "CTWalletCrossAuthorisedInTime"))
            .value("authorization_details")
            .substring(1);
    assertRefused(
        good.replacing("authorization_details", both), INVALID_REQUEST, "issuer_state.types");
  }

  @Test
  void a_state_ends_with_its_offer() {
    clock.advance(Duration.ofMinutes(4));
    assertAccepted(good);
    clock.advance(Duration.ofMinutes(6));
    assertThatRedirect(http.authorize(good)).is(INVALID_REQUEST, "issuer_state.not_expired");
    assertAccepted(form(requestFor(wallet, AUTHORISED)));
  }

  @Test
  void a_service_wallet_needs_none_and_what_it_sends_has_to_be_good() {
    ServiceWallet service = serviceWallet();
    AuthorizationRequest asked = service.authorizationRequest(service.types(VA_TO_ONBOARD));
    assertThatRedirect(http.authorize(form(service.signed(asked.withIssuerState("unknown")))))
        .is(INVALID_REQUEST, "issuer_state.known");
    assertThatRedirect(
            http.authorize(form(service.signed(asked.withIssuerState(good.value("issuer_state"))))))
        .is(INVALID_REQUEST, "issuer_state.client");
    assertAccepted(form(service.signed(asked)));
    assertAccepted(good);
  }

  @Test
  void the_flow_of_the_offer_goes_on() {
    assertAccepted(good);
    assertThatRedirect(http.authorize(good.without("scope"))).is("invalid_scope", "scope.openid");
    var entries = sdk.control().journal().getEntries().stream()
        .filter(
            entry -> entry.getPath().contains("initiate") || entry.getPath().contains("authorize"))
        .toList();
    assertThat(entries).hasSize(3);
    assertThat(entries).extracting(entry -> entry.getFlow()).doesNotContainNull();
    assertThat(entries.stream().map(entry -> entry.getFlow()).distinct()).hasSize(1);
  }
}
