package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.grant.CredentialNonces.Use;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all {@link CredentialNonces} keep to. */
abstract class CredentialNoncesContract {
  final SteppingClock clock = new SteppingClock();
  CredentialNonces nonces;

  @BeforeEach
  void open() {
    nonces = nonces(new OpaqueTokens(new SecureRandom()));
  }

  /** Those of no token yet, by that clock. */
  abstract CredentialNonces nonces(OpaqueTokens random);

  @Test
  void the_nonce_in_the_token_is_taken_once() {
    assertThat(take("token", "first")).isEqualTo(Use.TAKEN);
    assertThat(take("token", "first")).isEqualTo(Use.ALREADY_TAKEN);
  }

  @Test
  void a_fresh_one_is_taken_once_and_leaves_the_others_alone() {
    String fresh = nonces.fresh("token", "first", end());
    assertThat(take("token", fresh)).isEqualTo(Use.TAKEN);
    assertThat(take("token", fresh)).isEqualTo(Use.ALREADY_TAKEN);
    assertThat(take("token", "first")).isEqualTo(Use.TAKEN);
  }

  @Test
  void a_nonce_is_good_for_the_token_that_it_was_given_with_only() {
    String fresh = nonces.fresh("token", "first", end());
    assertThat(nonces.take("another", "its own", fresh, end())).isEqualTo(Use.UNKNOWN);
    assertThat(take("token", fresh)).isEqualTo(Use.TAKEN);
  }

  @Test
  void of_many_that_were_not_taken_the_newest_are_kept() {
    IntStream.range(0, CredentialNonces.MAX_OUTSTANDING - 1)
        .forEach(i -> nonces.fresh("token", "first", end()));
    String newest = nonces.fresh("token", "first", end());
    assertThat(take("token", "first")).isEqualTo(Use.UNKNOWN);
    assertThat(take("token", newest)).isEqualTo(Use.TAKEN);
  }

  @Test
  void however_many_were_given_with_refusals_the_others_stay_good() {
    String fresh = nonces.fresh("token", "first", end());
    IntStream.range(0, 3 * CredentialNonces.MAX_OUTSTANDING)
        .forEach(i -> nonces.spare("token", "first", end()));
    String newest = nonces.spare("token", "first", end());
    assertThat(take("token", "first")).isEqualTo(Use.TAKEN);
    assertThat(take("token", fresh)).isEqualTo(Use.TAKEN);
    assertThat(take("token", newest)).isEqualTo(Use.TAKEN);
    assertThat(take("token", newest)).isEqualTo(Use.ALREADY_TAKEN);
  }

  @Test
  void what_is_remembered_of_a_token_ends_with_it() {
    take("token", "first");
    clock.advance(Duration.ofMinutes(1));
    assertThat(take("token", "first")).isEqualTo(Use.TAKEN);
  }

  @Test
  void what_was_taken_stays_so_when_the_clock_is_set_back() {
    take("token", "first");
    clock.set(Instant.EPOCH);

    assertThat(take("token", "first")).isEqualTo(Use.ALREADY_TAKEN);
  }

  @Test
  void one_that_is_of_no_token_is_unknown_and_takes_none() {
    assertThat(take("token", "made up")).isEqualTo(Use.UNKNOWN);
    assertThat(take("token", "")).isEqualTo(Use.UNKNOWN);
    assertThat(take("token", "first")).isEqualTo(Use.TAKEN);
  }

  @Test
  void of_what_was_taken_the_newest_are_remembered() {
    take("token", "first");
    IntStream.range(0, CredentialNonces.MAX_OUTSTANDING)
        .forEach(i -> take("token", nonces.fresh("token", "first", end())));

    assertThat(take("token", "first")).isEqualTo(Use.UNKNOWN);
  }

  @Test
  void of_many_that_use_one_at_once_one_takes_it() throws Exception {
    String fresh = nonces.fresh("token", "first", end());

    assertThat(SingleUseStoreContract.inParallel(() -> take("token", fresh)))
        .containsOnlyOnce(Use.TAKEN)
        .containsOnly(Use.TAKEN, Use.ALREADY_TAKEN);
  }

  Use take(String token, String nonce) {
    return nonces.take(token, "first", nonce, end());
  }

  Instant end() {
    return clock.instant().plus(Duration.ofMinutes(1));
  }
}
