package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.VerifiedToken;
import dev.authmock.it.support.flow.HolderRequestTest;
import dev.authmock.sdk.Redirect;
import dev.authmock.sdk.wallet.HolderWallet;
import io.micronaut.context.annotation.Property;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * With room for it in the address, this server's request goes by value.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101#section-5.1">RFC 9101, section 5.1</a>
 */
@Property(name = "authmock.authorize.max-url-length", value = "2500")
class RequestByValueTest extends HolderRequestTest {

  @Test
  void the_redirect_has_the_jwt_in_it() {
    Redirect redirect = assertAccepted(good);
    assertThat(redirect.parameters().keySet())
        .containsExactly(
            "state",
            "client_id",
            "redirect_uri",
            "response_type",
            "response_mode",
            "scope",
            "nonce",
            "request");
    Map<String, Object> claims = VerifiedToken.ofRequestObject(
            redirect.parameter("request"), http.get(RawHttp.JWKS), wallet.did(), clock)
        .claims();
    Map<String, String> twins = new HashMap<>(redirect.parameters());
    twins.remove("request");
    assertThat(claims).containsAllEntriesOf(twins).containsEntry("iss", sdk.issuer());
  }

  @Test
  void the_wallet_answers_it_all_the_same() {
    assertThat(wallet.obtainCredential(AUTHORISED).subject()).isEqualTo(wallet.did());
  }

  @Test
  void it_goes_by_reference_again_where_the_address_would_be_too_long() {
    int length = assertAccepted(good).location().length();
    int room = 2500 - length;
    assertThat(redirectTo(room).parameters()).containsKey("request");
    assertThat(redirectTo(room).location()).hasSize(2500);
    assertThat(redirectTo(room + 1).parameters()).containsKey("request_uri");
  }

  /** To an authorization_endpoint that is longer by that much. */
  private Redirect redirectTo(int more) {
    HolderWallet far = HolderWallet.builder(sdk)
        .key(wallet.identity().key())
        .authorizationEndpoint("openid://" + "x".repeat(more))
        .clock(clock)
        .build();
    return assertAccepted(form(requestFor(far, AUTHORISED)));
  }
}
