package dev.authmock.jwt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.Check;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Finding;
import dev.authmock.check.JwtKinds;
import dev.authmock.check.JwtRule;
import dev.authmock.check.RefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtRulesTest {
  private static final long NOW = 1_700_000_000;
  private static final String TYPE = "openid4vci-proof+jwt";

  private final Evaluation evaluation = new Evaluation("id");
  private final JwtReader reader =
      new JwtReader(Clock.fixed(Instant.ofEpochSecond(NOW), ZoneOffset.UTC));

  @Test
  void what_is_no_jwt_breaks_the_rule_of_its_kind() {
    refuses(JwtRule.JWT, () -> reader.read(JwtKinds.PROOF, "a.b", evaluation));
  }

  @Test
  void a_kept_rule_is_recorded_under_the_id_of_its_kind() {
    proof("{}").requireType(TYPE);

    assertThat(evaluation.findings())
        .extracting(Finding::check)
        .extracting(Check::id)
        .containsExactly("proof.jwt", "proof.typ");
  }

  @Test
  void another_typ_is_refused() {
    refuses(JwtRule.TYP, () -> proof("{}").requireType("JWT"));
  }

  @Test
  void a_wrong_nonce_is_refused_and_not_shown() {
    String nonce = "kZ0mQ1vZ8yqXr3n7bT5wL2";

    assertThatThrownBy(() ->
            proof("{\"nonce\":\"" + nonce + "\"}").requireNonce("other"::equals, "the c_nonce"))
        .isInstanceOf(RefusedException.class)
        .message()
        .contains("the c_nonce", "secret, 22 characters")
        .doesNotContain(nonce);
  }

  @Test
  void a_missing_nonce_is_refused() {
    refuses(JwtRule.NONCE, () -> proof("{}").requireNonce(nonce -> true, "the c_nonce"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"exp\":1699999941}"})
  void an_exp_that_need_not_be_there_may_be_missing_or_fit(String claims) {
    proof(claims).requireNotExpiredIfAny();

    assertThat(evaluation.findings()).allMatch(Finding::passed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"exp\":1699999940}", "{\"exp\":\"1700000000\"}", "{\"exp\":null}"})
  void an_exp_that_need_not_be_there_may_not_be_past_or_malformed(String claims) {
    refuses(JwtRule.NOT_EXPIRED_IF_ANY, () -> proof(claims).requireNotExpiredIfAny());
  }

  @Test
  void an_iat_that_must_be_there_may_be_60_seconds_ahead() {
    proof("{\"iat\":1700000060}").requireIssued();

    assertThat(evaluation.findings()).allMatch(Finding::passed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"iat\":1700000061}", "{\"iat\":\"1700000000\"}"})
  void an_iat_that_must_be_there_may_not_be_missing_or_in_the_future(String claims) {
    refuses(JwtRule.IAT_REQUIRED, () -> proof(claims).requireIssued());
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"aud\":\"https://b\"}", "{\"aud\":[\"https://x\",\"https://a\"]}"})
  void one_of_the_audiences_is_enough(String claims) {
    proof(claims).requireAudience("https://a", "https://b");

    assertThat(evaluation.findings()).allMatch(Finding::passed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"aud\":\"https://x\"}", "{\"aud\":[]}"})
  void another_audience_is_refused(String claims) {
    refuses(JwtRule.AUD, () -> proof(claims).requireAudience("https://a", "https://b"));
  }

  @Test
  void a_rule_that_the_kind_does_not_have_cannot_be_applied() {
    assertThatThrownBy(() -> proof("{}").requireIs(JwtRule.SUB, "a"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void refuses(JwtRule rule, Runnable applied) {
    assertThatThrownBy(applied::run)
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.check()).isEqualTo(JwtKinds.PROOF.get(rule)));
  }

  private JwtRules proof(String claims) {
    String header = "{\"alg\":\"ES256\",\"typ\":\"" + TYPE + "\",\"kid\":\"k\"}";
    return reader.read(
        JwtKinds.PROOF, encode(header) + "." + encode(claims) + "." + "A".repeat(86), evaluation);
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
