package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Form;
import dev.authmock.it.support.flow.HolderRequestTest;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.AuthorizationResponse;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.WalletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a holder wallet may have its code sent, which is registered nowhere.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.1.2">RFC 6749, section 3.1.2</a>
 */
class RedirectUriTest extends HolderRequestTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "javascript://wallet.example/%0aalert(1)",
        "data:text/html,<script>alert(1)</script>",
        "data:text/html;base64,PHNjcmlwdD4=",
        "vbscript:msgbox(1)",
        "blob:https://wallet.example/1",
        "file:///etc/passwd",
        "view-source:https://wallet.example/",
        "about:blank"
      })
  void a_scheme_that_runs_code_is_not_redirected_to(String redirectUri) {
    assertProblem(good.replacing("redirect_uri", redirectUri), "authorize.redirect_uri_form");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://wallet.example/callback#",
        "https://wallet.example/callback#fragment",
        "openid://callback#code=1",
        "https://user@wallet.example/callback",
        "https://user:password@wallet.example/callback",
        "https://user:password@wall_et.example/callback",
        "https://issuer.example@wallet.example/callback",
        "https://@wallet.example/callback",
        "/callback",
        "callback",
        "//wallet.example/callback",
        "?code=1",
        "https:",
        "https://",
        "http:callback",
        "https:///callback",
        ":",
        "://callback",
        "1http://wallet.example",
        " https://wallet.example/callback",
        "https://wallet.example/call back",
        "https://wallet.example/callback\nSet-Cookie: a=b",
        "https://wallet.example/callback\r\nLocation: https://evil.example",
        "https://wallet.example/\u0000",
        "https://wallet.example/ü",
        "https://wallet.example/<script>",
        "https://wallet.example/%zz",
        "https://[::1/callback",
        "https://wallet.example\\@evil.example/callback"
      })
  void what_is_no_plain_absolute_uri_is_not_redirected_to(String redirectUri) {
    assertProblem(good.replacing("redirect_uri", redirectUri), "authorize.redirect_uri_form");
  }

  @Test
  void a_redirect_uri_has_a_bound() {
    String longest = "https://wallet.example/" + "x".repeat(2048 - 23);
    assertAccepted(good.replacing("redirect_uri", longest));
    assertProblem(good.replacing("redirect_uri", longest + "x"), "authorize.redirect_uri_form");
  }

  @ParameterizedTest
  @CsvSource({
    "openid:, openid://?code=",
    "openid://, openid://?code=",
    "openid://callback, openid://callback?code=",
    "openid-wallet.v2+x:, openid-wallet.v2+x://?code=",
    "com.example.wallet:/callback, com.example.wallet:/callback?code=",
    "https://wallet.example, https://wallet.example?code=",
    "https://wallet.example/callback?a=b&c=d, https://wallet.example/callback?a=b&c=d&code=",
    "https://wallet.example/callback?, https://wallet.example/callback?code=",
    "http://localhost:8081/cb, http://localhost:8081/cb?code=",
    "http://[::1]:8081/cb, http://[::1]:8081/cb?code=",
    "https://wallet.example/%C3%BC?q=%20+%26, https://wallet.example/%C3%BC?q=%20+%26&code="
  })
  void the_code_goes_to_the_redirect_uri_as_it_was_sent(String redirectUri, String expected) {
    HolderWallet asking =
        HolderWallet.builder(sdk).clock(clock).redirectUri(redirectUri).build();
    AuthorizationRequest sent = requestFor(asking, AUTHORISED);
    WalletRequest wanted = asking.send(sent);
    AuthorizationResponse response = asking.post(wanted, asking.answer(wanted));
    assertThat(response.redirect().location())
        .isEqualTo(expected + response.code() + "&state=" + sent.parameter("state"));
  }

  @ParameterizedTest
  @CsvSource({
    "openid:, openid://?error=",
    "https://wallet.example/callback?a=b, https://wallet.example/callback?a=b&error="
  })
  void an_error_goes_to_the_redirect_uri_as_it_was_sent(String redirectUri, String expected) {
    Form bad = good.replacing("redirect_uri", redirectUri).without("scope");
    assertThat(http.authorize(bad).header("location").orElseThrow()).startsWith(expected);
  }

  @Test
  void an_error_says_the_clients_own_state_as_it_was_sent() {
    String state = "é\"<&+%20 ='?#/;,";
    Form bad = good.replacing("state", state).without("scope");
    assertRefused(bad, "invalid_scope", "scope.openid");
    assertRefused(bad.without("state"), "invalid_scope", "scope.openid");
  }
}
