package dev.authmock.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  private final Evaluation evaluation = new Evaluation("id");

  @Test
  void a_kept_rule_is_recorded_without_asking_for_the_difference() {
    evaluation.require(TokenCheck.CODE_KNOWN, true, () -> {
      throw new AssertionError("asked for");
    });

    assertThat(evaluation.findings()).containsExactly(new Finding(TokenCheck.CODE_KNOWN, null));
  }

  @Test
  void a_broken_rule_is_recorded_and_ends_the_request() {
    Difference difference = new Difference("this", "that");

    assertThatThrownBy(() -> evaluation.require(TokenCheck.CODE_KNOWN, false, () -> difference))
        .isInstanceOf(RefusedException.class)
        .hasMessage("The code must be one that this server gave. Expected: this. Got: that.");
    assertThat(evaluation.findings())
        .containsExactly(new Finding(TokenCheck.CODE_KNOWN, difference));
  }

  @Test
  void a_refusal_is_recorded_once() {
    RefusedException refused =
        evaluation.refuse(TokenCheck.CODE_KNOWN, new Difference("this", "that"));
    evaluation.record(refused);

    assertThat(evaluation.findings()).hasSize(1);
  }

  @Test
  void a_long_value_is_shown_shortened() {
    assertThat(Difference.show("x".repeat(5000)).length()).isLessThan(400);
  }

  @Test
  void a_fingerprint_tells_secrets_apart_without_giving_them_away() {
    String one = "kZ0mQ1vZ8yqXr3n7bT5wL2";
    String other = "kZ0mQ1vZ8yqXr3n7bT5wL3";

    assertThat(Fingerprint.of(one)).isNotEqualTo(Fingerprint.of(other)).doesNotContain(one);
    assertThat(Fingerprint.of("5910")).isEqualTo("secret, 4 characters");
  }

  @Test
  void jwts_are_kept_without_their_signature() {
    Evaluation evaluation = new Evaluation("id");
    evaluation.noteJwt("client_assertion", "header.payload.signature");
    evaluation.noteAnswerJwt("access_token", "header.payload.signature");

    assertThat(evaluation.jwts())
        .containsExactly(new UnsignedJwt("client_assertion", "header.payload"));
    assertThat(evaluation.answerJwts())
        .containsExactly(new UnsignedJwt("access_token", "header.payload"));
  }

  @Test
  void jwts_take_bounded_room() {
    Evaluation evaluation = new Evaluation("id");
    for (int i = 0; i < 100; i++) {
      evaluation.noteJwt("vc", "h." + "p".repeat(15_000) + ".s");
      evaluation.noteAnswerJwt("credential", "h." + "p".repeat(15_000) + ".s");
    }

    List<UnsignedJwt> kept = new ArrayList<>(evaluation.jwts());
    kept.addAll(evaluation.answerJwts());
    assertThat(kept).hasSizeLessThanOrEqualTo(24);
    assertThat(kept.stream().mapToInt(jwt -> jwt.encoded().length()).sum())
        .isBetween(30_000, 40_000);
  }
}
