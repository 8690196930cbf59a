package dev.authmock.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.RawSocket;
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.AuthMockUnavailableException;
import dev.authmock.sdk.Faults;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.control.model.Endpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that come late, and connections that close in the middle of one. */
class ConnectionFaultTest extends FaultTest {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @Test
  void a_delayed_answer_comes_late_and_is_whole() {
    inject(Faults.delay(Duration.ofMillis(300)).name("delay"));
    String code = codes.preAuthorizedWithoutPin();

    long start = System.nanoTime();
    requireHit(redeem(code), "delay");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
    assertThat(newestEntry().path("duration_ms").asDouble()).isGreaterThan(299);
    requireUntouched(tokens());
  }

  @Test
  void the_sdk_waits_for_a_late_answer() {
    inject(Faults.delay(Duration.ofMillis(200)));

    long start = System.nanoTime();
    sdk.redeem(PreAuthorizedCodeGrant.of(codes.preAuthorizedWithoutPin()));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(199));
  }

  @Test
  void delays_add_up_and_any_answer_may_be_late() {
    inject(Faults.delay(Duration.ofMillis(100)).name("delay-1"));
    inject(Faults.delay(Duration.ofMillis(150)).name("delay-2"));

    long start = System.nanoTime();
    Exchange refused = http.token(Form.empty());
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(249));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.header(HEADER)).contains("delay-1, delay-2");
  }

  @Test
  void many_late_answers_take_no_longer_than_one() {
    inject(Faults.delay(Duration.ofMillis(500)).name("delay").every(true));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(http.base() + RawHttp.JWKS)).build();

    long start = System.nanoTime();
    List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, 100)
        .mapToObj(i -> CLIENT.sendAsync(request, BodyHandlers.ofString()))
        .toList();
    answers.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(injected("delay")).isEqualTo(100);
  }

  @Test
  void a_reset_lets_late_answers_go() {
    inject(Faults.delay(Duration.ofMinutes(1)).name("delay"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(http.base() + RawHttp.JWKS)).build();
    var answer = CLIENT.sendAsync(request, BodyHandlers.ofString());
    // The answer waits once its fault has hit.
    for (int i = 0; i < 1000 && injected("delay") == 0; i++) {
      Thread.onSpinWait();
    }
    sdk.control().reset();

    assertThat(answer.orTimeout(5, TimeUnit.SECONDS).join().statusCode()).isEqualTo(200);
    assertThat(sdk.control().journal().getEntries()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {RawHttp.JWKS, RawHttp.AUTH_MOCK + "/.well-known/openid-configuration"})
  void a_cut_off_answer_breaks_off_in_the_middle(String path) {
    inject(Faults.cutOff().name("cut"));
    HttpRequest request = HttpRequest.newBuilder(URI.create(http.base() + path)).build();

    assertThatThrownBy(() -> CLIENT.send(request, BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
    assertThat(injected("cut")).isEqualTo(1);
    requireUntouched(http.get(path));
  }

  @Test
  void half_of_a_cut_off_answer_arrives_under_the_headers_of_the_whole() {
    String whole = keys().body();
    inject(Faults.cutOff().name("cut"));

    Exchange answer = RawSocket.send(
        server.getPort(),
        "GET " + RawHttp.JWKS + " HTTP/1.1\r\nHost: localhost:" + server.getPort() + "\r\n\r\n");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("content-length")).contains(String.valueOf(whole.length()));
    assertThat(answer.header(HEADER)).contains("cut");
    assertThat(answer.body()).isEqualTo(whole.substring(0, whole.length() / 2));
  }

  @Test
  void the_sdk_sees_a_cut_off_answer_as_a_failed_connection_and_the_code_is_gone() {
    AuthMockClient client = AuthMockClient.builder().baseUrl(http.base()).build();
    String code = codes.preAuthorizedWithoutPin();
    inject(Faults.cutOff().match(Faults.at(Endpoint.TOKEN)));

    assertThatThrownBy(() -> client.redeem(PreAuthorizedCodeGrant.of(code)))
        .isInstanceOf(AuthMockUnavailableException.class)
        .hasCauseInstanceOf(IOException.class);
    Exchange again = redeem(code);
    assertThat(again.json().path("check").asText()).isEqualTo("pre-authorized_code.unused");
  }

  @Test
  void a_refusal_can_be_cut_off_and_late_too() {
    inject(Faults.cutOff().name("cut").match(Faults.at(Endpoint.TOKEN)));
    inject(Faults.delay(Duration.ofMillis(100)).name("delay"));
    HttpRequest request = HttpRequest.newBuilder(URI.create(http.base() + RawHttp.TOKEN))
        .header("Content-Type", RawHttp.FORM)
        .POST(HttpRequest.BodyPublishers.ofString("a=b"))
        .build();

    assertThatThrownBy(() -> CLIENT.send(request, BodyHandlers.ofString()))
        .isInstanceOf(IOException.class);
    assertThat(newestEntry().path("status").asInt()).isEqualTo(400);
    assertThat(newestEntry().path("faults").toString()).isEqualTo("[\"cut\",\"delay\"]");
  }
}
