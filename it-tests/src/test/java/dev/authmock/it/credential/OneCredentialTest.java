package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.Together;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** A c_nonce, and an acceptance_token, is good for one credential, however many ask at the same moment. */
class OneCredentialTest extends IssuanceTest {
  private static final int ROUNDS = 10;
  private static final int REQUESTS = 50;
  private static final String ISSUED = "issued";

  @RepeatedTest(ROUNDS)
  void of_50_proofs_with_one_c_nonce_one_gets_the_credential() {
    TokenHolder holder = holderOfToken(IN_TIME);

    assertThat(verdicts(ask(
            holder,
            i -> Json.write(holder.request(holder.proof().claim("jti", i).sign().serialized())))))
        .isEqualTo(Map.of(ISSUED, 1L, "proof.nonce_unused", REQUESTS - 1L));
  }

  @RepeatedTest(ROUNDS)
  void of_50_times_the_same_request_one_gets_the_credential() {
    TokenHolder holder = holderOfToken(IN_TIME);
    String body = Json.write(holder.request());

    assertThat(verdicts(ask(holder, i -> body)))
        .isEqualTo(Map.of(ISSUED, 1L, "proof.nonce_unused", REQUESTS - 1L));
  }

  @RepeatedTest(ROUNDS)
  void of_50_requests_for_a_deferred_credential_one_is_promised_it() {
    TokenHolder holder = holderOfToken(DEFERRED);
    String body = Json.write(holder.request());

    assertThat(verdicts(ask(holder, i -> body)))
        .isEqualTo(Map.of(ISSUED, 1L, "proof.nonce_unused", REQUESTS - 1L));
  }

  @RepeatedTest(ROUNDS)
  void of_50_who_come_for_a_deferred_credential_one_gets_it() {
    TokenHolder holder = holderOfToken(DEFERRED);
    String token =
        holder.requireGood(holder.cNonce()).json().path("acceptance_token").asText();
    clock.advance(Duration.ofSeconds(5));

    assertThat(verdicts(together(RawHttp.DEFERRED, token, i -> "")))
        .isEqualTo(Map.of(ISSUED, 1L, "acceptance_token.unused", REQUESTS - 1L));
  }

  private List<Exchange> ask(TokenHolder holder, IntFunction<String> body) {
    return together(RawHttp.CREDENTIAL, holder.accessToken(), body);
  }

  private List<Exchange> together(String path, String bearer, IntFunction<String> body) {
    Map<String, String> headers =
        Map.of("Content-Type", "application/json", "Authorization", "Bearer " + bearer);
    List<String> bodies = IntStream.range(0, REQUESTS).mapToObj(body).toList();
    return Together.post(server.getPort(), path, headers, bodies);
  }

  private static Map<String, Long> verdicts(List<Exchange> answers) {
    return answers.stream()
        .map(answer ->
            answer.status() == 200 ? ISSUED : answer.json().path("check").asText("no check"))
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }
}
