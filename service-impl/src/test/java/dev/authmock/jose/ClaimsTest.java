package dev.authmock.jose;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.json.JsonMembers;
import dev.authmock.json.Member;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 1970-01-01T00:00:00Z",
    "1300819380, 2011-03-22T18:43:00Z",
    "1300819380.5, 2011-03-22T18:43:00.5Z",
    "1.30081938e9, 2011-03-22T18:43:00Z",
    "-1, 1969-12-31T23:59:59Z",
    "-0.5, 1969-12-31T23:59:59.5Z",
    "-0.0, 1970-01-01T00:00:00Z"
  })
  void a_date_is_any_json_number(String number, Instant expected) throws Exception {
    assertThat(date(number).value()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e300", "9223372036854775807", "99999999999999999999999999", "1e15"})
  void a_date_beyond_reason_is_far_off_and_a_skew_can_be_added(String number) throws Exception {
    Instant date = date(number).value().orElseThrow();

    assertThat(date).isEqualTo(JsonMembers.MAX_DATE);
    assertThat(date.plus(Duration.ofDays(366))).isAfter(date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1e300", "-9223372036854775808", "-99999999999999999999999999"})
  void a_date_before_reason_is_long_ago_and_a_skew_can_be_taken_off(String number)
      throws Exception {
    Instant date = date(number).value().orElseThrow();

    assertThat(date).isEqualTo(JsonMembers.MIN_DATE);
    assertThat(date.minus(Duration.ofDays(366))).isBefore(date);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1300819380\"", "null", "true", "[1]", "{}", "\"\""})
  void a_date_that_is_no_number_is_malformed(String json) throws Exception {
    assertThat(date(json).isMalformed()).isTrue();
    assertThat(date(json).isPresent()).isFalse();
    assertThat(date(json).value()).isEmpty();
  }

  @Test
  void what_is_not_there_is_absent() throws Exception {
    SignedJwt jwt = SignedJwt.parse(Jwts.withClaims("{}"));

    assertThat(jwt.date("exp").isAbsent()).isTrue();
    assertThat(jwt.audience().isAbsent()).isTrue();
    assertThat(jwt.string("iss").isAbsent()).isTrue();
    assertThat(jwt.string("iss").isMalformed()).isFalse();
  }

  @Test
  void an_audience_is_a_string_or_a_list_of_strings() throws Exception {
    assertThat(audience("\"a\"").value()).contains(List.of("a"));
    assertThat(audience("[\"a\",\"b\"]").value()).contains(List.of("a", "b"));
    assertThat(audience("[]").value()).contains(List.of());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "null", "{}", "[1]", "[\"a\",null]", "[[\"a\"]]", "false"})
  void any_other_audience_is_malformed(String json) throws Exception {
    assertThat(audience(json).isMalformed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "null", "{}", "[\"a\"]", "false"})
  void a_string_claim_is_a_string_or_malformed(String json) throws Exception {
    assertThat(SignedJwt.parse(Jwts.withClaims("{\"iss\":" + json + "}")).string("iss"))
        .satisfies(iss -> assertThat(iss.isMalformed()).isTrue());
  }

  private static Member<Instant> date(String json) throws MalformedJwtException {
    return SignedJwt.parse(Jwts.withClaims("{\"exp\":" + json + "}")).date("exp");
  }

  private static Member<List<String>> audience(String json) throws MalformedJwtException {
    return SignedJwt.parse(Jwts.withClaims("{\"aud\":" + json + "}")).audience();
  }
}
