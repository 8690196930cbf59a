package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.Together;
import dev.authmock.it.support.flow.AnswerTest;
import dev.authmock.sdk.Redirect;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The state of this server's request: good for one answer, and only a good one ends it.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-ID2.html#section-6.2">OpenID4VP,
 *     section 6.2</a>
 */
class DirectPostStateTest extends AnswerTest {
  private static final Duration LIFETIME = Duration.ofMinutes(5);
  private static final Duration MEMORY = Duration.ofMinutes(10);

  @Test
  void an_answer_has_to_say_what_it_answers() {
    assertBad(good().without("state"), "direct_post.state_present");
    assertRefused(good().replacing("state", ""), "direct_post.state_present");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "..", " ", "é", "null", "{}", "<script>alert(1)</script>"})
  void an_unknown_state_is_not_answered(String state) {
    assertRefused(good().replacing("state", state), "direct_post.state_known");
  }

  @Test
  void a_state_that_is_altered_is_unknown() {
    String state = asked.state();
    assertBad(good().replacing("state", state + "A"), "direct_post.state_known");
    assertBad(good().replacing("state", state.substring(1)), "direct_post.state_known");
    assertBad(good().replacing("state", "x".repeat(60_000)), "direct_post.state_known");
    assertRefused(good().replacing("state", request.parameter("state")), "direct_post.state_known");
  }

  @Test
  void a_state_is_answered_once() {
    Form answer = good();
    assertCode(answer);
    assertBad(answer, "direct_post.state_unused");
    assertBad(
        answer.without("id_token").with("error", "access_denied"), "direct_post.state_unused");
  }

  @Test
  void a_hundred_answers_at_once_get_one_code() {
    List<String> bodies = Collections.nCopies(100, good().encoded());
    List<Exchange> answers =
        Together.post(server.getPort(), RawHttp.DIRECT_POST, RawHttp.FORM, bodies);
    List<String> codes = new ArrayList<>();
    for (Exchange answer : answers) {
      if (answer.status() == 302) {
        codes.add(Redirect.of(answer.header("location").orElseThrow()).parameter("code"));
      } else {
        assertThatProblem(answer)
            .is(Kind.BAD_REQUEST, "invalid_request", "direct_post.state_unused");
      }
    }
    assertThat(codes).hasSize(1);
    Form token = Form.ofHolderWallet(wallet.did(), codes.get(0), pkce.verifier());
    assertThat(http.token(token).status()).isEqualTo(200);
  }

  @Test
  void a_refusal_and_an_answer_at_once_have_one_outcome() {
    for (int round = 0; round < 10; round++) {
      asked = wallet.send(request);
      String declined = Form.empty()
          .with("state", asked.state())
          .with("error", "access_denied")
          .encoded();
      List<Exchange> answers = Together.post(
          server.getPort(),
          RawHttp.DIRECT_POST,
          RawHttp.FORM,
          List.of(good().encoded(), declined, good().encoded(), declined));
      assertThat(answers.stream().filter(answer -> answer.status() == 302)).hasSize(1);
    }
  }

  @Test
  void a_state_is_good_for_five_minutes() {
    clock.advance(LIFETIME.minusMillis(1));
    assertCode(good());
  }

  @Test
  void a_state_ends_after_five_minutes() {
    clock.advance(LIFETIME);
    assertThatProblem(http.directPost(good()))
        .is(Kind.TOKEN_EXPIRED, "invalid_request", "direct_post.state_not_expired");
  }

  @Test
  void a_used_state_is_remembered_for_ten_minutes() {
    Form answered = good();
    assertCode(answered);
    clock.advance(MEMORY.minusMillis(1));
    assertBad(answered, "direct_post.state_unused");
    clock.advance(Duration.ofMillis(1));
    assertBad(answered, "direct_post.state_known");
  }

  @Test
  void an_expired_state_is_remembered_for_ten_minutes() {
    clock.advance(LIFETIME.plus(MEMORY).minusMillis(1));
    assertThatProblem(http.directPost(good()))
        .is(Kind.TOKEN_EXPIRED, "invalid_request", "direct_post.state_not_expired");
    clock.advance(Duration.ofMillis(1));
    assertBad(good(), "direct_post.state_known");
  }

  @Test
  void a_reset_forgets_the_state() {
    Form answer = good();
    sdk.control().reset();
    assertBad(answer, "direct_post.state_known");
  }

  @Test
  void bad_answers_do_not_use_the_state_up_however_many_there_are() {
    for (int i = 0; i < 50; i++) {
      assertBad(with("x"), "id_token.jwt");
    }
    assertCode(good());
  }

  @Test
  void other_requests_of_the_same_client_stay_what_they_are() {
    Form first = good();
    asked = wallet.send(request);
    assertCode(good());
    assertCode(first);
  }

  @Test
  void the_code_ends_after_five_minutes_of_its_own() {
    clock.advance(LIFETIME.minusSeconds(1));
    String code = assertCode(good()).parameter("code");
    clock.advance(LIFETIME.minusMillis(1));
    Form token = Form.ofHolderWallet(wallet.did(), code, pkce.verifier());
    assertThat(http.token(token).status()).isEqualTo(200);
  }
}
