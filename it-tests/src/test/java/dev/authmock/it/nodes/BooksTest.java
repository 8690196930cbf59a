package dev.authmock.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.nodes.Attempt.Outcome;
import org.junit.jupiter.api.Test;

/** The accounts notice each kind of fraud and loss. */
class BooksTest {
  private final Books books = new Books();
  private final Code code = new Code("code", () -> "");
  private long time;

  BooksTest() {
    books.open(code);
  }

  @Test
  void a_code_that_gave_tokens_once_is_fine() {
    attempt(Outcome.USED, 1, 4);
    attempt(Outcome.DONE, 0, 5);

    requireFine();
  }

  @Test
  void two_answers_with_tokens_are_one_too_many() {
    attempt(Outcome.DONE);
    attempt(Outcome.DONE);

    assertThat(books.redeemedTwice()).containsExactly(code);
  }

  @Test
  void a_code_that_is_unknown_is_lost_even_if_it_gave_tokens() {
    attempt(Outcome.DONE);
    attempt(Outcome.UNKNOWN);

    assertThat(books.lost()).containsExactly(code);
  }

  @Test
  void a_code_that_is_used_before_anybody_used_it_is_lost() {
    attempt(Outcome.USED);
    attempt(Outcome.DONE);

    assertThat(books.lost()).containsExactly(code);
  }

  @Test
  void a_code_that_stays_used_after_a_503_is_lost() {
    attempt(Outcome.AWAY);
    attempt(Outcome.USED);

    assertThat(books.lost()).containsExactly(code);
  }

  @Test
  void a_code_that_is_given_back_after_a_503_is_fine() {
    attempt(Outcome.AWAY);
    attempt(Outcome.USED);
    attempt(Outcome.DONE);

    requireFine();
    assertThat(books.givenBack()).isEqualTo(1);
  }

  @Test
  void a_code_whose_node_was_killed_may_be_used_up() {
    attempt(Outcome.BROKEN);
    attempt(Outcome.USED);

    requireFine();
    assertThat(books.usedWithoutAnswer()).isEqualTo(1);
  }

  @Test
  void a_request_that_reached_no_server_excuses_nothing() {
    attempt(Outcome.UNREACHED);
    attempt(Outcome.USED);

    assertThat(books.lost()).containsExactly(code);
  }

  private void requireFine() {
    assertThat(books.lost()).isEmpty();
    assertThat(books.redeemedTwice()).isEmpty();
  }

  private void attempt(Outcome outcome) {
    attempt(outcome, time, time + 1);
    time += 2;
  }

  private void attempt(Outcome outcome, long began, long ended) {
    code.note(new Attempt(null, outcome, began, ended, null, ""));
  }
}
