package dev.authmock.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTargetTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://wallet.example/callback",
        "http://localhost:3000/cb?a=b",
        "http://my_wallet/cb",
        "openid:",
        "openid://",
        "openid://callback",
        "com.example.wallet:/callback",
        "haip:authorize?x=y"
      })
  void wallets_and_pages_may_be_redirected_to(String uri) {
    assertThat(RedirectTarget.isAllowed(uri)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/callback",
        "//wallet.example/callback",
        "callback",
        "https://wallet.example/#fragment",
        "openid://callback#",
        "https://user@wallet.example/",
        "https://user:secret@wallet.example/",
        "wallet://user:secret@my_wallet/",
        "https://wallet.example/a b",
        "https://wallet.example/\r\nSet-Cookie: a=b",
        "https://wallet.example/\u00fc",
        "https:",
        "https://",
        "http:callback",
        "http:///callback"
      })
  void what_is_no_plain_absolute_uri_is_no_target(String uri) {
    assertThat(RedirectTarget.isAllowed(uri)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "javascript:",
        "javascript://wallet.example/%0aalert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "about:blank",
        "blob:https://wallet.example/1",
        "filesystem:https://wallet.example/1",
        "view-source:https://wallet.example/"
      })
  void what_runs_code_is_no_target(String uri) {
    assertThat(RedirectTarget.isAllowed(uri)).isFalse();
  }

  @Test
  void pages_are_told_from_wallets() {
    assertThat(RedirectTarget.isHttpUrl("HTTPS://wallet.example")).isTrue();
    assertThat(RedirectTarget.isHttpUrl("openid://wallet.example")).isFalse();
    assertThat(RedirectTarget.isHttpUrl("openid:")).isFalse();
    assertThat(RedirectTarget.isHttpUrl(null)).isFalse();
  }
}
