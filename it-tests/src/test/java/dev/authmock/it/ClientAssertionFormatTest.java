package dev.authmock.it;

import static org.junit.jupiter.api.Named.named;

import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.jwks.AssertionTest;
import dev.authmock.it.support.jwks.RawJws;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a service wallet has to send to be authenticated at all.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7521#section-4.2">RFC 7521, section 4.2</a>
 */
class ClientAssertionFormatTest extends AssertionTest {
  private static final String NOT_BASE64URL = "e30+/w";

  @Test
  void a_service_wallet_must_send_an_assertion() {
    assertRefused(
        wallet.form(code).without("client_assertion"),
        Kind.BAD_REQUEST,
        "invalid_client",
        "client_assertion.present");
  }

  @Test
  void an_empty_assertion_counts_as_none() {
    assertRefused(form(""), Kind.BAD_REQUEST, "invalid_client", "client_assertion.present");
  }

  @Test
  void a_service_wallet_must_not_leave_out_both_assertion_and_type() {
    assertRefused(
        wallet.form(code).without("client_assertion").without("client_assertion_type"),
        Kind.BAD_REQUEST,
        "invalid_client",
        "client_assertion.present");
  }

  @Test
  void pkce_does_not_stand_in_for_the_assertion_of_a_service_wallet() {
    assertRefused(
        wallet
            .form(code)
            .without("client_assertion")
            .without("client_assertion_type")
            .with("code_verifier", "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
        Kind.BAD_REQUEST,
        "invalid_client",
        "client_assertion.present");
  }

  @Test
  void an_assertion_must_come_with_its_type() {
    assertRefused(
        wallet.form(code).without("client_assertion_type"),
        Kind.BAD_REQUEST,
        "invalid_request",
        "client_assertion_type.present");
  }

  @Test
  void an_empty_type_counts_as_none() {
    assertRefused(
        wallet.form(code).replacing("client_assertion_type", ""),
        Kind.BAD_REQUEST,
        "invalid_request",
        "client_assertion_type.present");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "urn:ietf:params:oauth:client-assertion-type:saml2-bearer",
        "urn:ietf:params:oauth:client-assertion-type:JWT-BEARER",
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer ",
        "urn:ietf:params:oauth:grant-type:jwt-bearer",
        "jwt-bearer",
        "not a URI",
      })
  void the_type_must_be_jwt_bearer(String type) {
    assertRefused(
        wallet.form(code).replacing("client_assertion_type", type),
        Kind.BAD_REQUEST,
        "invalid_client",
        "client_assertion_type.supported");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "garbage",
        "gar bage+%",
        ".",
        "..",
        "...",
        "a.b",
        "!!!.!!!.!!!",
        "e30.e30",
        "e30.e30.c2ln.c2ln",
        "e30..",
        ".e30.c2ln",
        "{\"payload\":\"e30\",\"protected\":\"e30\",\"signature\":\"c2ln\"}",
      })
  void what_is_not_a_jwt_does_not_authenticate(String assertion) {
    assertUnauthorized(assertion, "client_assertion.jwt");
  }

  @ParameterizedTest
  @MethodSource
  void what_is_almost_a_jwt_does_not_authenticate(Function<Assertion, String> spoilt) {
    assertUnauthorized(spoilt.apply(wallet.rawAssertion()), "client_assertion.jwt");
  }

  static Stream<Named<Function<Assertion, String>>> what_is_almost_a_jwt_does_not_authenticate() {
    return Stream.of(
        spoilt("two parts", a -> RawJws.part(a, 0) + "." + RawJws.part(a, 1)),
        spoilt("five parts, as an encrypted JWT has", a -> a.serialized() + ".e30.e30"),
        spoilt("a dot at the end", a -> a.serialized() + "."),
        spoilt("a line break at the end", a -> a.serialized() + "\n"),
        spoilt("a space before it", a -> " " + a.serialized()),
        spoilt("padding after the signature", a -> a.serialized() + "=="),
        spoilt("plain base64 in the header", a -> a.serialized().replaceFirst("^e", NOT_BASE64URL)),
        spoilt("quotes around it", a -> "\"" + a.serialized() + "\""),
        spoilt("the scheme of a header before it", a -> "Bearer " + a.serialized()));
  }

  @ParameterizedTest
  @MethodSource("notJsonObjects")
  void a_header_that_is_not_a_json_object_does_not_authenticate(byte[] header) {
    assertUnauthorized(
        RawJws.withHeader(wallet.rawAssertion(), wallet.key(), header), "client_assertion.jwt");
  }

  @ParameterizedTest
  @MethodSource("notJsonObjects")
  void a_payload_that_is_not_a_json_object_does_not_authenticate(byte[] payload) {
    assertUnauthorized(
        RawJws.withPayload(wallet.rawAssertion(), wallet.key(), payload), "client_assertion.jwt");
  }

  static Stream<Named<byte[]>> notJsonObjects() {
    return Stream.of(
        bytes("nothing", ""),
        bytes("spaces", "   "),
        bytes("text", "alg=ES256"),
        bytes("JSON that breaks off", "{\"alg\":\"ES256\","),
        bytes("JSON with something after it", "{\"alg\":\"ES256\"} {}"),
        bytes("a number too big for any type", "{\"exp\":1e999999999}"),
        bytes("an array of objects", "[{\"alg\":\"ES256\"}]"),
        bytes("an array of pairs", "[[\"alg\",\"ES256\"]]"),
        bytes("a string", "\"alg\""),
        bytes("a number", "1"),
        bytes("null", "null"),
        bytes("arrays within arrays, 20,000 deep", "[".repeat(20_000)),
        bytes("objects within objects, 4,000 deep", "{\"a\":".repeat(4_000)),
        named("text that is not UTF-8", new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'}),
        named("UTF-16", "{\"alg\":\"ES256\"}".getBytes(StandardCharsets.UTF_16)));
  }

  @Test
  void a_header_that_is_nested_deeply_does_not_authenticate() {
    Assertion good = wallet.rawAssertion();
    assertUnauthorized(
        RawJws.withHeader(good, wallet.key(), withDeepMember(RawJws.header(good))),
        "client_assertion.jwt");
  }

  @Test
  void a_payload_that_is_nested_deeply_does_not_authenticate() {
    Assertion good = wallet.rawAssertion();
    assertUnauthorized(
        RawJws.withPayload(good, wallet.key(), withDeepMember(RawJws.payload(good))),
        "client_assertion.jwt");
  }

  @Test
  void a_header_that_names_a_parameter_twice_does_not_authenticate() {
    Assertion good = wallet.rawAssertion();
    String twice = "{\"alg\":\"none\"," + RawJws.header(good).substring(1);
    assertUnauthorized(RawJws.withHeader(good, wallet.key(), twice), "client_assertion.jwt");
  }

  @Test
  void a_payload_that_names_a_claim_twice_does_not_authenticate() {
    Assertion good = wallet.rawAssertion();
    String twice =
        "{\"sub\":\"https://someone.example\"," + RawJws.payload(good).substring(1);
    assertUnauthorized(RawJws.withPayload(good, wallet.key(), twice), "client_assertion.jwt");
  }

  @Test
  void a_long_assertion_is_accepted() {
    assertAccepted(wallet.rawAssertion().claim("padding", "x".repeat(40_000)));
  }

  @Test
  void an_assertion_of_100_kb_is_too_large() {
    assertRefused(
        form(wallet.rawAssertion().claim("padding", "x".repeat(75_000)).serialized()),
        Kind.PAYLOAD_TOO_LARGE,
        "invalid_request",
        "request.size");
  }

  @Test
  void an_assertion_of_100_kb_that_comes_in_chunks_is_too_large() {
    String assertion =
        wallet.rawAssertion().claim("padding", "x".repeat(75_000)).serialized();
    assertThatProblem(http.request("POST", "/conformance/v3/auth-mock/token")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .body(form(assertion).encoded())
            .chunked()
            .send())
        .is(Kind.PAYLOAD_TOO_LARGE, "invalid_request", "request.size");
    assertAccepted(wallet.form(code));
  }

  @Test
  void an_assertion_must_not_be_sent_twice() {
    Form twice = wallet.form(code).with("client_assertion", wallet.assertion().serialized());
    assertRefused(twice, Kind.BAD_REQUEST, "invalid_request", "request.parameters_once");
  }

  @Test
  void a_client_that_nobody_registered_does_not_authenticate() {
    take(clients.unregistered(wallet.key()));
    assertThatProblem(http.token(wallet.form(code)))
        .is(Kind.ISSUER_NOT_FOUND, "invalid_client", "client.registered");
    register(wallet, wallet.key());
    assertAccepted(wallet.form(code));
  }

  private static String withDeepMember(String json) {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    return json.substring(0, json.length() - 1) + ",\"deep\":" + deep + "}";
  }

  private static Named<Function<Assertion, String>> spoilt(
      String name, Function<Assertion, String> how) {
    return named(name, how);
  }

  private static Named<byte[]> bytes(String name, String text) {
    return named(name, text.getBytes(StandardCharsets.UTF_8));
  }
}
