package dev.authmock.it.authorize;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.http.Fault;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RedirectedRefusal;
import dev.authmock.it.support.flow.ServiceRequestTest;
import dev.authmock.it.support.jwks.JwksHost;
import dev.authmock.it.support.jwks.SocketHost;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A request object by reference: whatever is at the request_uri, there is an answer within 5 seconds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101#section-5.2">RFC 9101, section 5.2</a>
 */
class RequestUriTest extends ServiceRequestTest {
  private static final String PATH = "/request";

  private JwksHost host;

  @BeforeEach
  void haveHost() {
    host = new JwksHost();
    answer(wallet.requestObject(request).serialized());
  }

  @AfterEach
  void stopHost() {
    host.close();
  }

  @Test
  void the_request_object_is_fetched_each_time_it_is_needed() {
    assertAccepted(at(host.url(PATH)));
    answer(object().claim("scope", "profile").serialized());
    assertRefused(at(host.url(PATH)), INVALID, "request_object.twins");
    assertThat(host.requests()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/oauth-authz-req+jwt", "application/jwt", "text/plain", "text/html"})
  void its_media_type_is_not_looked_at(String type) {
    host.answer(
        PATH,
        aResponse()
            .withHeader("Content-Type", type)
            .withBody(wallet.requestObject(request).serialized() + "\n"));
    assertAccepted(at(host.url(PATH)));
  }

  @Test
  void it_is_not_sent_together_with_a_request() {
    assertRefused(
        good().with("request_uri", host.url(PATH)), "invalid_request", "request_object.once");
    assertThat(host.requests()).isZero();
  }

  @Test
  void a_redirect_on_the_same_host_is_followed() {
    host.answer("/old", aResponse().withStatus(302).withHeader("Location", PATH));
    assertAccepted(at(host.url("/old")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "request",
        "/request",
        "urn:ietf:params:oauth:request_uri:6esc_11ACC5bwc014ltc14eY22c",
        "ftp://issuer.example/request",
        "file:///etc/passwd",
        "jar:file:///x!/y",
        "javascript:alert(1)",
        "data:application/jwt,a.b.c",
        "https://",
        "https:request",
        "http://issuer.example/request#sha-256",
        "http://user:password@issuer.example/request",
        "http://issuer.example/a b",
        "http://issuer.example:99999999/é",
        "http://[::1",
        "gopher://localhost:6379/_FLUSHALL"
      })
  void a_request_uri_is_a_plain_http_url(String requestUri) {
    assertRefused(at(requestUri), "invalid_request_uri", "request_uri.form");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:169.254.169.254]/latest/meta-data/",
        "http://[fd00:ec2::254]/latest/meta-data/",
        "http://169.254.1.1:8080/request",
        "http://[fe80::1]/request",
        "http://2852039166/latest/meta-data/",
        "http://224.0.0.1/request"
      })
  void a_link_local_address_is_not_called(String requestUri) {
    assertUnreachable(requestUri);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 500, 503})
  void a_host_that_answers_an_error_has_no_request_object(int status) {
    host.answer(
        PATH,
        aResponse().withStatus(status).withBody(wallet.requestObject(request).serialized()));
    assertUnreachable(host.url(PATH)).saying("status " + status);
  }

  @Test
  void a_host_that_does_not_answer_has_no_request_object() throws IOException {
    try (SocketHost hanging = SocketHost.neverAnswering();
        SocketHost dripping = SocketHost.dripping();
        SocketHost resetting = SocketHost.resettingAfter("HTTP/1.1 200 OK\r\nContent-Ty");
        Socket taken = new Socket()) {
      assertUnreachable(hanging.url(PATH)).saying("in time");
      assertUnreachable(dripping.url(PATH)).saying("in time");
      assertUnreachable(resetting.url(PATH));
      assertUnreachable(SocketHost.refusing(taken)).saying("does not accept connections");
      assertUnreachable("http://host.invalid/request");
    }
  }

  @Test
  void a_request_object_that_is_huge_is_not_read() throws IOException {
    try (SocketHost endless = SocketHost.sending(Long.MAX_VALUE)) {
      assertUnreachable(endless.url(PATH)).saying("more than");
    }
    answer(wallet.requestObject(request).serialized() + " ".repeat(10_000_000));
    assertUnreachable(host.url(PATH)).saying("more than");
  }

  @Test
  void a_redirect_elsewhere_is_not_followed() {
    try (JwksHost other = new JwksHost()) {
      other.answer(PATH, aResponse().withBody(wallet.requestObject(request).serialized()));
      for (String elsewhere : List.of(other.url(PATH), "http://169.254.169.254/", "file:///x")) {
        host.answer(PATH, aResponse().withStatus(302).withHeader("Location", elsewhere));
        assertUnreachable(host.url(PATH));
      }
      host.answer(PATH, aResponse().withStatus(302).withHeader("Location", PATH));
      assertUnreachable(host.url(PATH));
      assertThat(other.requests()).isZero();
    }
  }

  @Test
  void a_connection_that_ends_within_the_request_object_gives_none() {
    host.answer(PATH, aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
    assertUnreachable(host.url(PATH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<!DOCTYPE html>", "{\"request\":\"x\"}", "a.b.c", "[[[[", "\u0000"})
  void what_is_there_has_to_be_a_jwt(String body) {
    answer(body);
    assertRefused(at(host.url(PATH)), INVALID, "request_object.jwt").leaksNone("DOCTYPE");
  }

  /** Else this server would tell strangers what hosts in its network say. */
  @Test
  void what_is_there_is_not_shown() {
    answer("the secret of a host inside");
    assertRefused(at(host.url(PATH)), INVALID, "request_object.jwt")
        .leaksNone("the secret of a host inside", "secret of");
  }

  @Test
  void this_servers_own_requests_are_no_request_object() {
    String own = assertAccepted(good()).parameter("request_uri");
    assertRefused(at(own), INVALID, "request_object.key_known");
  }

  @Test
  void nothing_is_fetched_for_a_client_or_a_redirect_uri_that_is_not_trusted() {
    Form sent = at(host.url(PATH));
    assertProblem(
        sent.replacing("redirect_uri", "https://evil.example"),
        "invalid_request",
        "authorize.redirect_uri_registered");
    http.authorize(sent.replacing("client_id", "https://nobody.example"));
    assertThat(host.requests()).isZero();
  }

  private Form at(String requestUri) {
    return form(request.withRequestUri(requestUri));
  }

  private void answer(String body) {
    host.answer(PATH, aResponse().withBody(body));
  }

  private RedirectedRefusal assertUnreachable(String requestUri) {
    return assertRefused(at(requestUri), "invalid_request_uri", "request_uri.reachable");
  }
}
