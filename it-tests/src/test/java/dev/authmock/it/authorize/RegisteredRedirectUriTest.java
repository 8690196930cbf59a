package dev.authmock.it.authorize;

import dev.authmock.it.support.Form;
import dev.authmock.it.support.flow.ServiceRequestTest;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import dev.authmock.sdk.wallet.ServiceWallet;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A service wallet's code goes to a redirect_uri that was registered, and so do its errors.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-2.1">RFC 9700, section 2.1</a>
 */
class RegisteredRedirectUriTest extends ServiceRequestTest {
  private static final String REGISTERED = "authorize.redirect_uri_registered";

  @ParameterizedTest
  @ValueSource(strings = {"/", "?", "?a=b", "/../callback", "x", "%20", ".evil.example"})
  void a_redirect_uri_is_compared_to_the_letter(String suffix) {
    assertNowhere(wallet.redirectUri() + suffix, REGISTERED);
  }

  @Test
  void a_redirect_uri_in_other_letters_is_another() {
    assertNowhere(wallet.redirectUri().replace("https://", "HTTPS://"), REGISTERED);
    assertNowhere(wallet.redirectUri().replace("callback", "Callback"), REGISTERED);
    assertNowhere(wallet.redirectUri().replace("callback", "%63allback"), REGISTERED);
    assertNowhere(wallet.redirectUri().replace(".example", ".example:443"), REGISTERED);
  }

  @Test
  void the_redirect_uri_of_another_client_is_not_good() {
    assertNowhere(serviceWallet().redirectUri(), REGISTERED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "data:text/html,x",
        "https://user@issuer.example/callback",
        "https://issuer.example/callback#x",
        "callback"
      })
  void what_could_not_be_registered_is_not_redirected_to(String redirectUri) {
    assertNowhere(redirectUri, "authorize.redirect_uri_form");
  }

  @Test
  void a_client_without_redirect_uris_gets_no_redirect() {
    ServiceWallet without = ServiceWallet.builder(sdk, clients.freshId(), wallet.key())
        .unregistered()
        .clock(clock)
        .build();
    sdk.register(new ClientMetadata()
        .clientId(URI.create(without.clientId()))
        .jwks(PublicKeys.of(wallet.key())));
    AuthorizationRequest asked = without.authorizationRequest(without.types(VA_TO_ONBOARD));
    assertProblem(form(without.signed(asked)), "invalid_request", REGISTERED);
  }

  @Test
  void each_of_several_registered_ones_is_good() {
    List<String> uris = List.of("https://one.example/cb", "issuer:/cb", "https://two.example?a=b");
    ServiceWallet several = ServiceWallet.builder(sdk, clients.freshId(), wallet.key())
        .unregistered()
        .clock(clock)
        .build();
    sdk.register(new ClientMetadata()
        .clientId(URI.create(several.clientId()))
        .redirectUris(uris)
        .jwks(PublicKeys.of(wallet.key())));
    for (String uri : uris) {
      AuthorizationRequest asked =
          several.authorizationRequest(several.types(VA_TO_ONBOARD)).withRedirectUri(uri);
      assertAccepted(form(several.signed(asked)));
      assertThatRedirect(http.authorize(form(asked)))
          .is("invalid_request", "request_object.present");
    }
  }

  @Test
  void a_redirect_uri_may_stand_in_the_request_object_alone() {
    Form shortest = form(AuthorizationRequest.of(wallet.clientId())
        .withRequest(wallet.requestObject(request).serialized()));
    assertAccepted(shortest.without("scope").without("response_type"));
  }

  @Test
  void a_redirect_uri_in_the_request_object_alone_has_to_be_registered_too() {
    String other = object().claim("redirect_uri", "https://evil.example/").serialized();
    Form bad = form(AuthorizationRequest.of(wallet.clientId()).withRequest(other));
    assertProblem(bad, "invalid_request", REGISTERED);
  }

  @Test
  void a_redirect_uri_has_to_stand_somewhere() {
    Form bad = form(AuthorizationRequest.of(wallet.clientId())
        .withRequest(object().claim("redirect_uri", null).serialized()));
    assertProblem(bad, "invalid_request", "authorize.redirect_uri_present");
  }

  /** Nobody knows yet who wrote it. */
  @Test
  void a_redirect_uri_in_a_request_object_that_does_not_hold_is_not_redirected_to() {
    Form bad = form(AuthorizationRequest.of(wallet.clientId())
        .withRequest(object().signedBy(serviceWallet().key()).serialized() + "A"));
    assertProblem(bad, INVALID, "request_object.signature");
  }

  /** In the query and in the request object. */
  private void assertNowhere(String redirectUri, String check) {
    AuthorizationRequest bad = request.withRedirectUri(redirectUri);
    assertProblem(form(wallet.signed(bad)), "invalid_request", check);
    assertProblem(form(bad), "invalid_request", check);
  }
}
