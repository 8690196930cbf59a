package dev.authmock.it;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.PAYLOAD_TOO_LARGE;
import static dev.authmock.it.support.Kind.UNSUPPORTED_MEDIA_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The body of a token request: one form, each parameter once, percent-encoded UTF-8, at most 64 KiB. */
class FormRulesTest extends ServiceTest {
  private static final int LIMIT = 64 * 1024;

  @ParameterizedTest
  @ValueSource(
      strings = {"grant_type", "client_id", "code", "client_assertion_type", "client_assertion"})
  void a_parameter_must_not_be_sent_twice(String name) {
    Wallet wallet = clients.register();
    Form good = wallet.form(codes.forWallet(wallet));

    assertThatProblem(http.token(good.with(name, "other")))
        .is(BAD_REQUEST, "invalid_request", "request.parameters_once")
        .saying(name);
    assertThat(http.token(good).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"pre-authorized_code", "user_pin", "code_verifier", "redirect_uri", "scope"})
  void any_other_parameter_must_not_be_sent_twice_either(String name) {
    Form twice = Form.ofPreAuthorizedCode("any").without(name).with(name, "1").with(name, "1");

    assertThatProblem(http.token(twice))
        .is(BAD_REQUEST, "invalid_request", "request.parameters_once")
        .saying(name);
  }

  @Test
  void a_parameter_that_is_sent_once_and_once_empty_is_sent_twice() {
    assertThatProblem(http.token(Form.ofPreAuthorizedCode("any").with("grant_type", "")))
        .is(BAD_REQUEST, "invalid_request", "request.parameters_once");
  }

  @Test
  void a_name_in_another_encoding_is_the_same_name() {
    assertThatProblem(send(RawHttp.FORM, "grant_type=a&grant%5Ftype=b"))
        .is(BAD_REQUEST, "invalid_request", "request.parameters_once");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "code=%zz",
        "code=%",
        "code=a%4",
        "code=%4g",
        "%zz=a",
        "code=%ff",
        "code=%c0%af",
        "code=%ed%a0%80",
        "code=%u2603",
        "code=+%-1"
      })
  void a_form_must_be_percent_encoded_utf_8(String wrong) {
    String code = codes.preAuthorizedWithoutPin();
    Form good = Form.ofPreAuthorizedCode(code);

    assertThatProblem(send(RawHttp.FORM, good.encoded() + "&" + wrong))
        .is(BAD_REQUEST, "invalid_request", "request.encoding")
        .leaksNone(code);
    assertThat(http.token(good).status()).isEqualTo(200);
  }

  @Test
  void raw_bytes_must_be_utf_8_too() {
    byte[] latin1 =
        "grant_type=authorization_code&code=\u00e9".getBytes(StandardCharsets.ISO_8859_1);

    assertThatProblem(http.request("POST", RawHttp.TOKEN)
            .header("Content-Type", RawHttp.FORM)
            .body(latin1)
            .send())
        .is(BAD_REQUEST, "invalid_request", "request.encoding");
  }

  @Test
  void a_form_must_not_have_more_parameters_than_anybody_needs() {
    StringBuilder many = new StringBuilder("grant_type=authorization_code");
    for (int i = 0; i < 5000; i++) {
      many.append("&p").append(i).append("=1");
    }

    assertThatProblem(send(RawHttp.FORM, many.toString()))
        .is(BAD_REQUEST, "invalid_request", "request.readable");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/json",
        "multipart/form-data; boundary=x",
        "text/plain",
        "application/xml",
        "application/octet-stream",
        "nonsense",
        "application/x-www-form-urlencoded2"
      })
  void the_body_must_be_a_form(String contentType) {
    Form good = Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin());

    assertThatProblem(send(contentType, good.encoded()))
        .is(UNSUPPORTED_MEDIA_TYPE, "invalid_request", "request.media_type");
    assertThat(http.token(good).status()).isEqualTo(200);
  }

  @Test
  void json_and_multipart_are_not_taken_for_a_form() {
    String code = codes.preAuthorizedWithoutPin();
    String json =
        Json.write(Map.of("grant_type", Form.PRE_AUTHORIZED_CODE, "pre-authorized_code", code));
    String multipart = "--x\r\nContent-Disposition: form-data; name=\"pre-authorized_code\"\r\n\r\n"
        + code + "\r\n--x--\r\n";

    assertThatProblem(send("application/json", json))
        .is(UNSUPPORTED_MEDIA_TYPE, "invalid_request", "request.media_type")
        .leaksNone(code);
    assertThatProblem(send("multipart/form-data; boundary=x", multipart))
        .is(UNSUPPORTED_MEDIA_TYPE, "invalid_request", "request.media_type")
        .leaksNone(code);
  }

  @Test
  void a_body_must_say_what_it_is() {
    String form = Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()).encoded();

    assertThatProblem(http.request("POST", RawHttp.TOKEN).body(form).send())
        .is(UNSUPPORTED_MEDIA_TYPE, "invalid_request", "request.media_type");
    assertThatProblem(http.request("POST", RawHttp.TOKEN).body(form).chunked().send())
        .is(UNSUPPORTED_MEDIA_TYPE, "invalid_request", "request.media_type");
  }

  @Test
  void a_body_of_64_kib_is_read() {
    assertThatProblem(send(RawHttp.FORM, padded("grant_type=x&client_id=", LIMIT)))
        .is(BAD_REQUEST, "unsupported_grant_type", "grant_type.supported");
  }

  @Test
  void a_body_must_not_be_longer_than_64_kib() {
    assertThatProblem(send(RawHttp.FORM, padded("grant_type=x&client_id=", LIMIT + 1)))
        .is(PAYLOAD_TOO_LARGE, "invalid_request", "request.size");
    assertThatProblem(send(RawHttp.FORM, padded("grant_type=x&client_id=", 10_000_000)))
        .is(PAYLOAD_TOO_LARGE, "invalid_request", "request.size");
  }

  @Test
  void a_body_in_chunks_must_not_be_longer_than_64_kib_either() {
    assertThatProblem(chunked(LIMIT + 1)).is(PAYLOAD_TOO_LARGE, "invalid_request", "request.size");
    assertThatProblem(chunked(10_000_000)).is(PAYLOAD_TOO_LARGE, "invalid_request", "request.size");
  }

  @Test
  void a_compressed_body_must_not_become_longer_than_64_kib() throws IOException {
    byte[] bomb = gzip(padded("grant_type=x&client_id=", 20_000_000));
    assertThat(bomb.length).isLessThan(LIMIT);

    assertThatProblem(compressed(bomb)).is(PAYLOAD_TOO_LARGE, "invalid_request", "request.size");
  }

  @Test
  void a_compressed_body_must_be_what_its_encoding_says() {
    assertThatProblem(compressed("grant_type=x".getBytes(StandardCharsets.UTF_8)))
        .is(BAD_REQUEST, "invalid_request", "request.readable");
  }

  @Test
  void a_compressed_form_is_a_form() throws IOException {
    Exchange answer = http.request("POST", RawHttp.TOKEN)
        .header("Content-Type", RawHttp.FORM)
        .header("Content-Encoding", "gzip")
        .body(gzip(Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()).encoded()))
        .sendUnchecked();

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  @Test
  void an_encoding_that_the_server_does_not_know_is_refused() {
    Exchange answer = http.request("POST", RawHttp.TOKEN)
        .header("Content-Type", RawHttp.FORM)
        .header("Content-Encoding", "unheard-of")
        .body("grant_type=password")
        .send();

    assertThatProblem(answer).is(UNSUPPORTED_MEDIA_TYPE, "invalid_request", "request.media_type");
  }

  @Test
  void an_oversized_value_is_not_given_back() {
    Exchange answer =
        http.token(Form.ofHolderWallet("x".repeat(60_000), "any code", "any verifier"));

    assertThatProblem(answer).is(BAD_REQUEST, "invalid_request", "client_id.form");
    assertThat(answer.body().length()).isLessThan(3000);
    assertThat(assertThatProblem(answer).entry().toString().length()).isLessThan(10_000);
  }

  private Exchange send(String contentType, String body) {
    return http.post(RawHttp.TOKEN, contentType, body);
  }

  private Exchange chunked(int length) {
    return http.request("POST", RawHttp.TOKEN)
        .header("Content-Type", RawHttp.FORM)
        .body(padded("grant_type=x&client_id=", length))
        .chunked()
        .send();
  }

  private Exchange compressed(byte[] body) {
    return http.request("POST", RawHttp.TOKEN)
        .header("Content-Type", RawHttp.FORM)
        .header("Content-Encoding", "gzip")
        .body(body)
        .send();
  }

  private static String padded(String start, int length) {
    return start + "a".repeat(length - start.length());
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
