package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** RFC 7636. */
class PkceTest {
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  @Test
  void the_challenge_of_appendix_b_is_that_of_its_verifier() {
    CodeChallenge challenge = new CodeChallenge("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");

    assertThat(challenge.isOf(new CodeVerifier(VERIFIER))).isTrue();
    assertThat(challenge.isOf(new CodeVerifier(VERIFIER + "a"))).isFalse();
  }

  @Test
  void a_plain_challenge_is_not_that_of_its_verifier() {
    assertThat(new CodeChallenge(VERIFIER).isOf(new CodeVerifier(VERIFIER))).isFalse();
  }

  @Test
  void a_verifier_has_43_to_128_unreserved_characters() {
    assertThat(new CodeVerifier("a".repeat(42)).isWellFormed()).isFalse();
    assertThat(new CodeVerifier("a".repeat(43)).isWellFormed()).isTrue();
    assertThat(new CodeVerifier("-._~".repeat(32)).isWellFormed()).isTrue();
    assertThat(new CodeVerifier("a".repeat(129)).isWellFormed()).isFalse();
    assertThat(new CodeVerifier("a".repeat(42) + "+").isWellFormed()).isFalse();
    assertThat(new CodeVerifier("a".repeat(42) + "\u00e9").isWellFormed()).isFalse();
  }

  @Test
  void a_verifier_does_not_show_itself() {
    assertThat(new CodeVerifier(VERIFIER)).hasToString("CodeVerifier");
  }
}
