package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.flow.ServiceRequestTest;
import dev.authmock.it.support.jwks.HeldRequests;
import dev.authmock.it.support.jwks.JwksHost;
import dev.authmock.it.support.jwks.SocketHost;
import io.micronaut.context.annotation.Property;
import java.io.IOException;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * While one client's request_uri hangs, the others get on.
 *
 * <p>No time is measured: the host holds what it was asked until a latch opens, and the service would
 * wait for it for a minute. Whatever the others get before the latch opens, they got meanwhile.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101#section-10.4">RFC 9101, section 10.4</a>
 */
@Property(name = "authmock.fetch.total-timeout", value = "60s")
class RequestUriHangingHostTest extends ServiceRequestTest {
  private static final int AT_ONE_HOST = 16;

  private final CountDownLatch latch = new CountDownLatch(1);
  private final HeldRequests held = new HeldRequests();
  private SocketHost hanging;

  @BeforeEach
  void hang() {
    hanging = SocketHost.answeringAfter(latch, wallet.requestObject(request).serialized());
  }

  @AfterEach
  void letGo() throws IOException {
    latch.countDown();
    held.close();
    hanging.close();
  }

  @Test
  void others_get_on_meanwhile_and_those_that_hung_in_the_end() throws InterruptedException {
    hold(AT_ONE_HOST);
    for (int i = 0; i < 20; i++) {
      assertAccepted(good());
    }
    try (JwksHost other = new JwksHost()) {
      other.answer(
          "/request",
          WireMock.aResponse().withBody(wallet.requestObject(request).serialized()));
      assertAccepted(at(other.url("/request")));
    }
    assertThat(holderWallet().obtainCredential(AUTHORISED)).isNotNull();
    assertThat(held.unanswered()).isEqualTo(AT_ONE_HOST);
    latch.countDown();
    assertThat(held.answers()).allSatisfy(answer -> assertRedirected(answer));
  }

  @Test
  void more_than_a_host_may_hold_are_told_so_at_once() throws InterruptedException {
    hold(AT_ONE_HOST);
    assertThatRedirect(http.authorize(at(hanging.url("/request"))))
        .is("invalid_request_uri", "request_uri.reachable")
        .saying("under way");
    assertThat(held.unanswered()).isEqualTo(AT_ONE_HOST);
  }

  private void hold(int number) throws InterruptedException {
    held.sendQueries(http, Collections.nCopies(number, at(hanging.url("/request"))));
    assertThat(hanging.awaitRequests(number)).isTrue();
  }

  private Form at(String requestUri) {
    return form(request.withRequestUri(requestUri));
  }
}
