package dev.authmock.it;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.NOT_FOUND;
import static dev.authmock.it.support.Kind.UNSUPPORTED_MEDIA_TYPE;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.jwks.AssertionTest;
import dev.authmock.it.support.jwks.Signers;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of the mistakes that wallets really make is enough to mend them. */
class ExplanationTest extends AssertionTest {

  @Test
  void milliseconds_are_shown_as_they_were_sent() {
    long millis = clock.instant().plusSeconds(60).toEpochMilli();

    assertUnauthorized(wallet.rawAssertion().claim("iat", millis), "client_assertion.iat")
        .saying("Got: '" + millis + "', which looks like milliseconds: it should be seconds");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.0E300", "9223372036854775807"})
  void a_time_beyond_all_calendars_is_shown_as_it_was_sent(String sent) {
    assertUnauthorized(wallet.rawAssertion().claim("iat", Json.read(sent)), "client_assertion.iat")
        .saying("Got: '" + sent + "', which is no year of four digits");
  }

  @Test
  void a_kid_that_nobody_knows_is_told_those_that_are_registered() {
    assertUnauthorized(wallet.rawAssertion().header("kid", "key-0"), "client_assertion.key_known")
        .saying("(registered: '" + wallet.key().getKeyID() + "')")
        .saying("Got: 'key-0'");
  }

  @Test
  void of_many_kids_some_are_told() {
    ECKey[] keys =
        IntStream.rangeClosed(1, 7).mapToObj(i -> Keys.ec("key-" + i)).toArray(ECKey[]::new);
    take(register(clients.unregistered(keys[0]), keys));

    assertUnauthorized(wallet.rawAssertion().header("kid", "key-0"), "client_assertion.key_known")
        .saying("(registered: 'key-1', 'key-2', 'key-3', 'key-4', 'key-5', ...)");
  }

  @Test
  void a_signature_in_der_is_seen_to_be_one() {
    assertUnauthorized(
            wallet.rawAssertion().signedBy(Signers.der(wallet.key())), "client_assertion.signature")
        .saying("not the 64 of r and s (RFC 7518, section 3.4), but DER");
  }

  @Test
  void a_signature_of_another_length_is_seen_to_be_one() {
    assertUnauthorized(
            wallet.rawAssertion().signedBy(Signers.resized(Signers.es256(wallet.key()), 96)),
            "client_assertion.signature")
        .saying("Got: one of 96 bytes, not the 64 of r and s (RFC 7518, section 3.4).");
  }

  @Test
  void an_aud_is_shown_in_the_form_in_which_it_came() {
    assertUnauthorized(
            wallet.rawAssertion().claim("aud", "https://other.example"), "client_assertion.aud")
        .saying("Got: 'https://other.example'");
    take(wallet);
    assertUnauthorized(
            wallet.rawAssertion().claim("aud", List.of("https://other.example")),
            "client_assertion.aud")
        .saying("Got: '[https://other.example]'");
  }

  @Test
  void a_wrong_pin_is_told_how_the_right_one_is_made() {
    assertThatProblem(http.token(Form.ofPreAuthorizedCode(codes.preAuthorized())
            .with("user_pin", "7" + Codes.DERIVED_PIN)))
        .is(BAD_REQUEST, "invalid_grant", "user_pin.matches")
        .saying("of the SHA-256 of the wallet's DID the last 4 bytes, each modulo 10");
  }

  @Test
  void a_body_of_another_type_is_told_the_right_one() {
    assertThatProblem(http.post(RawHttp.TOKEN, "application/json", "{}"))
        .is(UNSUPPORTED_MEDIA_TYPE, "invalid_request", "request.media_type")
        .saying("Expected: application/x-www-form-urlencoded. Got: 'application/json'");
    assertThatProblem(http.post(RawHttp.REGISTER, RawHttp.FORM, "a=b"))
        .saying("Expected: application/json. Got: 'application/x-www-form-urlencoded'");
  }

  @Test
  void a_path_that_is_none_is_told_where_the_others_are() {
    assertThatProblem(http.get("/conformance/v3/auth-mock/tokens"))
        .is(NOT_FOUND, "invalid_request", "request.path")
        .saying("/docs");
  }
}
