package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.it.support.Contract;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The judge of all other tests: what does not fit the OpenAPI documents must not pass. */
class ContractTest {
  private static final String TOKENS = """
      {"access_token":"a","id_token":"i","token_type":"bearer","expires_in":86400,
       "c_nonce":"n","c_nonce_expires_in":86400}""";
  private static final String PROBLEM = """
      {"type":"http://x/problems/y","title":"Bad Request","status":400,"detail":"Bad request.",
       "instance":"http://x/journal/1","error":"invalid_request","check":"code.known"}""";
  private static final Form FORM = Form.ofPreAuthorizedCode("code").with("user_pin", "00420815");

  @Test
  void what_fits_passes() {
    assertThatCode(() -> Contract.verify(token(FORM, 200, "application/json", TOKENS)))
        .doesNotThrowAnyException();
    assertThatCode(() -> Contract.verify(token(FORM, 400, "application/problem+json", PROBLEM)))
        .doesNotThrowAnyException();
    assertThatCode(() -> Contract.verify(token(FORM, 400, "application/json", PROBLEM)))
        .doesNotThrowAnyException();
    assertThatCode(() ->
            Contract.verify(exchange("/nowhere", FORM, 404, "application/problem+json", PROBLEM)))
        .doesNotThrowAnyException();
  }

  @Test
  void an_answer_must_have_the_members_of_the_documents() {
    requireMisfit(token(FORM, 200, "application/json", TOKENS.replace("\"c_nonce\"", "\"other\"")));
    requireMisfit(token(FORM, 200, "application/json", TOKENS.replace("bearer", "mac")));
    requireMisfit(token(FORM, 200, "application/json", TOKENS.replace("86400", "\"86400\"")));
  }

  @Test
  void an_error_must_have_the_members_of_the_documents_in_either_media_type() {
    for (String type : List.of("application/json", "application/problem+json")) {
      requireMisfit(token(FORM, 400, type, PROBLEM.replace("\"title\"", "\"name\"")));
      requireMisfit(token(FORM, 400, type, PROBLEM.replace("invalid_request", "unheard_of")));
      requireMisfit(token(FORM, 400, type, PROBLEM.replace("400", "\"400\"")));
      requireMisfit(token(FORM, 400, type, "[]"));
      requireMisfit(exchange("/nowhere", FORM, 404, type, PROBLEM.replace("detail", "details")));
    }
  }

  @Test
  void an_answer_must_have_a_status_and_a_media_type_of_the_documents() {
    requireMisfit(token(FORM, 418, "application/problem+json", PROBLEM));
    requireMisfit(token(FORM, 406, "application/problem+json", PROBLEM));
    requireMisfit(token(FORM, 200, "text/plain", TOKENS));
    requireMisfit(token(FORM, 400, "text/html", PROBLEM));
    requireMisfit(exchange("/nowhere", FORM, 500, "application/problem+json", PROBLEM));
  }

  @Test
  void an_answer_with_tokens_must_have_the_header_of_the_documents() {
    Exchange good = token(FORM, 200, "application/json", TOKENS);
    requireMisfit(new Exchange(
        good.method(),
        good.uri(),
        good.requestHeaders(),
        good.requestBody(),
        200,
        Map.of("content-type", List.of("application/json")),
        TOKENS));
  }

  @Test
  void a_request_that_the_documents_do_not_allow_must_not_be_accepted() {
    requireMisfit(token(FORM.replacing("user_pin", "123456789"), 200, "application/json", TOKENS));
    requireMisfit(token(FORM.without("grant_type"), 200, "application/json", TOKENS));
    requireMisfit(token(FORM.with("code_verifier", "short"), 200, "application/json", TOKENS));
  }

  private static void requireMisfit(Exchange exchange) {
    assertThatThrownBy(() -> Contract.verify(exchange))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(exchange.uri().toString());
  }

  private static Exchange token(Form form, int status, String type, String body) {
    return exchange(RawHttp.TOKEN, form, status, type, body);
  }

  private static Exchange exchange(String path, Form form, int status, String type, String body) {
    return new Exchange(
        "POST",
        URI.create("http://localhost:8080" + path),
        Map.of("content-type", List.of(RawHttp.FORM)),
        form.encoded().getBytes(StandardCharsets.UTF_8),
        status,
        Map.of("content-type", List.of(type), "cache-control", List.of("no-store")),
        body);
  }
}
