package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Keys;
import dev.authmock.it.support.flow.HolderRequestTest;
import dev.authmock.it.support.jwks.JwksHost;
import dev.authmock.it.support.jwks.SocketHost;
import dev.authmock.sdk.wallet.RequestObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A holder wallet is registered nowhere: a request object of its is not looked at, and not fetched. */
class HolderRequestObjectTest extends HolderRequestTest {

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "a.b.c", "eyJhbGciOiJub25lIn0.e30."})
  void a_request_is_not_looked_at(String jwt) {
    assertAccepted(good.with("request", jwt));
  }

  @Test
  void a_request_changes_nothing() {
    String other = RequestObject.sign(
            request.withRedirectUri("https://evil.example/").with("scope", "profile"),
            Keys.ec("key-1"),
            sdk.issuer())
        .serialized();
    assertAccepted(good.with("request", other));
    assertThatRedirect(http.authorize(good.without("scope").with("request", other)))
        .is("invalid_scope", "scope.openid");
  }

  @Test
  void a_request_uri_is_not_fetched() throws IOException {
    try (JwksHost host = new JwksHost();
        SocketHost hanging = SocketHost.neverAnswering()) {
      assertAccepted(good.with("request_uri", host.url("/request")));
      assertAccepted(good.with("request_uri", hanging.url("/request")));
      assertThat(host.requests()).isZero();
      assertThat(hanging.requests()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://169.254.169.254/", "file:///etc/passwd", "nonsense"})
  void a_request_uri_may_be_anything(String requestUri) {
    assertAccepted(good.with("request_uri", requestUri).with("request", "x"));
  }
}
