package dev.authmock.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.sdk.control.model.JournalEntry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a client sends is text on every page. */
class ConsoleMarkupTest extends ConsoleTest {
  private static final List<String> TOKEN_PARAMETERS = List.of(
      "client_id",
      "code",
      "code_verifier",
      "redirect_uri",
      "client_assertion",
      "client_assertion_type",
      "pre-authorized_code",
      "user_pin");
  private static final List<String> AUTHORIZE_PARAMETERS = List.of(
      "response_type",
      "client_id",
      "redirect_uri",
      "scope",
      "state",
      "nonce",
      "issuer_state",
      "code_challenge",
      "code_challenge_method",
      "authorization_details",
      "client_metadata",
      "request");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'><svg/onload=alert(1)>",
        "\" hx-get=\"/console/reset\" hx-trigger=\"load\" x=\"<b>",
        "</template><b>${7*7}",
        "javascript:alert(1)//<b>"
      })
  void markup_in_every_value_of_every_request_is_text(String markup) {
    for (String grant : List.of(markup, Form.AUTHORIZATION_CODE, Form.PRE_AUTHORIZED_CODE)) {
      Form form = Form.empty().with("grant_type", grant);
      for (String name : TOKEN_PARAMETERS) {
        form = form.with(name, markup);
      }
      http.request("POST", RawHttp.TOKEN)
          .header("Content-Type", RawHttp.FORM)
          .body(form.encoded())
          .sendUnchecked();
    }
    Form query = Form.empty();
    for (String name : AUTHORIZE_PARAMETERS) {
      query = query.with(name, markup);
    }
    http.request("GET", RawHttp.AUTHORIZE + "?" + query.encoded()).sendUnchecked();
    http.request(
            "GET",
            RawHttp.AUTHORIZE + "?"
                + query
                    .replacing("response_type", "code")
                    .replacing("scope", "openid")
                    .encoded())
        .sendUnchecked();
    http.request(
            "GET",
            RawHttp.OFFER + "?"
                + Form.empty()
                    .with("credential_type", markup)
                    .with("client_id", markup)
                    .encoded())
        .sendUnchecked();
    String json = markup.replace("\"", "\\\"");
    http.request("POST", RawHttp.REGISTER)
        .header("Content-Type", "application/json")
        .body(
            "{\"client_id\":\"%1$s\",\"client_name\":\"%1$s\",\"redirect_uris\":[\"%1$s\"],\"jwks_uri\":\"%1$s\"}"
                .formatted(json))
        .sendUnchecked();
    submit(
        "/console/offers", Form.empty().with("credential_type", markup).with("client_id", markup));

    List<JournalEntry> entries = sdk.control().journal().getEntries();
    assertThat(entries).hasSizeGreaterThanOrEqualTo(6);
    requireText(page("/console"), markup);
    requireText(
        page("/console?client=" + encode(markup) + "&flow=" + encode(markup) + "&check="
            + encode(markup)),
        markup);
    requireText(
        http.request("GET", "/console/rows?since=x&client=" + encode(markup)).sendUnchecked(),
        markup);
    requireText(page("/console/reports"), markup);
    requireText(page("/console/flows"), markup);
    for (JournalEntry entry : entries) {
      requireText(page("/journal/" + entry.getId()), markup);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>"})
  void markup_that_a_tester_types_is_text(String markup) {
    requireText(
        submit(
            "/console/offers",
            Form.empty()
                .with("credential_type", markup)
                .with("client_id", markup)
                .with("credential_offer_endpoint", markup)),
        markup);
    requireText(page("/console?done=" + encode(markup) + "&live=off"), markup);
    requireText(page("/console/clients?jwks_uri=" + encode(markup)), markup);
    requireText(
        submit(
            "/console/clients/add",
            Form.empty()
                .with("client_id", markup)
                .with("client_name", markup)
                .with("redirect_uris", markup)
                .with("jwks", markup)),
        markup);
    requireText(
        submit("/console/clients/jwks-test", Form.empty().with("jwks_uri", markup)), markup);
    requireText(
        submit("/console/why", Form.empty().with("request", "grant_type=" + markup)), markup);
  }

  private static void requireText(Exchange page, String markup) {
    assertThat(page.mediaType()).as("%s", page).isEqualTo("text/html");
    assertThat(page.body())
        .doesNotContain(markup, "<script>alert", "<img src=x", "<svg/onload", "<b>")
        .doesNotContainPattern("(href|src|action)=\"javascript:")
        .doesNotContainPattern("<[a-z][^>]*hx-trigger=\"load");
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
