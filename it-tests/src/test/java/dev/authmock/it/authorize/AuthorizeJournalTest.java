package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.flow.AnswerTest;
import dev.authmock.sdk.JournalQuery;
import dev.authmock.sdk.control.model.JournalEntry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the journal tells of authorization requests and of wallets' answers, and what it does not. */
class AuthorizeJournalTest extends AnswerTest {

  @Test
  void an_answer_belongs_to_the_flow_of_its_request_be_it_good_or_bad() {
    assertBad(with("x"), "id_token.jwt");
    assertCode(good());
    assertBad(good(), "direct_post.state_unused");
    List<JournalEntry> answers = sdk.control().journal(JournalQuery.all()).getEntries().stream()
        .filter(entry -> entry.getPath().endsWith("/direct_post"))
        .toList();
    String flow = sdk.control().journal(JournalQuery.all()).getEntries().stream()
        .filter(entry -> entry.getPath().endsWith("/authorize"))
        .findFirst()
        .orElseThrow()
        .getFlow();
    assertThat(flow).isNotNull();
    assertThat(answers).hasSize(3).allMatch(entry -> flow.equals(entry.getFlow()));
  }

  @Test
  void a_request_without_an_offer_begins_a_flow_of_its_own() {
    var service = serviceWallet();
    service.authorize(VA_TO_ONBOARD);
    service.authorize(VA_TO_ONBOARD);
    List<JournalEntry> entries = sdk.control()
        .journal(JournalQuery.all().withClientId(service.clientId()))
        .getEntries();
    List<String> flows = entries.stream()
        .filter(entry -> entry.getPath().endsWith("/direct_post"))
        .map(JournalEntry::getFlow)
        .toList();
    assertThat(flows).hasSize(2).doesNotContainNull().doesNotHaveDuplicates();
  }

  @Test
  void secrets_are_shown_as_fingerprints() {
    Exchange answer = http.authorize(form(request).without("scope").with("request", "a.b.c"));
    JsonNode entry =
        assertThatRedirect(answer).is("invalid_scope", "scope.openid").entry();
    for (String secret : List.of("state", "nonce", "issuer_state", "request")) {
      assertThat(parameter(entry, secret)).startsWith("secret, ");
    }
    assertThat(parameter(entry, "redirect_uri")).contains(wallet.redirectUri());
  }

  @Test
  void what_was_right_is_told_too() {
    Exchange answer = http.authorize(form(request).without("issuer_state"));
    JsonNode entry =
        assertThatRedirect(answer).is("invalid_request", "issuer_state.present").entry();
    assertThat(entry.path("checks").findValuesAsText("id"))
        .containsSubsequence(
            "request.parameters_once",
            "authorize.client_id_form",
            "authorize.did_key",
            "authorize.redirect_uri_form",
            "response_type.supported",
            "scope.openid",
            "code_challenge.form",
            "authorization_details.types",
            "issuer_state.present");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "'><svg/onload=x>"
      })
  void markup_that_was_sent_is_text_on_the_pages(String markup) {
    Form bad = form(request).replacing("client_metadata", markup).with("request_uri", markup);
    JsonNode entry = assertThatRedirect(http.authorize(bad))
        .is("invalid_request", "client_metadata.json")
        .entry();
    for (String page :
        List.of(entry.path("url").asText(), entry.path("flow_url").asText())) {
      assertThat(http.browse(page).body()).contains("&lt;").doesNotContain(markup);
    }
  }

  private static String parameter(JsonNode entry, String name) {
    for (JsonNode parameter : entry.path("parameters")) {
      if (parameter.path("name").asText().equals(name)) {
        return parameter.path("value").asText();
      }
    }
    throw new AssertionError("no parameter " + name + " in " + entry);
  }
}
