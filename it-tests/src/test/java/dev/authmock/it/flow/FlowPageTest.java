package dev.authmock.it.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.authmock.it.support.Exchange;
import dev.authmock.sdk.AuthMockException;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.control.model.Flow;
import dev.authmock.sdk.control.model.JournalEntry;
import dev.authmock.sdk.wallet.HolderWallet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A flow is a page for people: each step in its order, each rule, and what was wrong. */
class FlowPageTest extends FlowsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/html | text/html",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
        "application/json;q=0.9, text/html | text/html",
        "application/json | application/json",
        "*/* | application/json",
        "text/html;q=0.5, application/json | application/json",
        "nonsense | application/json"
      })
  void a_flow_is_a_page_for_browsers_and_json_for_programs(String accept, String expected) {
    Exchange answer =
        http.request("GET", good().getUrl().toString()).header("Accept", accept).send();

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.mediaType()).isEqualTo(expected);
    assertThat(answer.header("vary").orElse("")).containsIgnoringCase("Accept");
  }

  @Test
  void the_page_tells_the_steps_in_their_order() {
    Flow flow = good();

    assertThat(page(flow))
        .containsSubsequence(
            "Offer",
            "Offer read",
            "Authorization request",
            "Request to the wallet read",
            "The wallet's answer",
            "Token request",
            "Credential request")
        .containsSubsequence(
            flow.getEntries().stream().map(entry -> entry.getUrl().toString()).toList());
  }

  @Test
  void the_page_tells_every_rule_that_was_tried() {
    Flow flow = good();
    String page = page(flow);

    for (JournalEntry entry : flow.getEntries()) {
      assertThat(page).contains(entry.getPath());
      entry.getChecks().forEach(check -> assertThat(page).contains(check.getId()));
    }
  }

  @Test
  void a_good_flow_has_nothing_red() {
    assertThat(page(good()))
        .contains("all of it was accepted", "class=\"step passed\"", "✓")
        .doesNotContain("not all of it", "class=\"step failed\"", "✗");
  }

  @Test
  void the_page_marks_what_failed_and_says_why() {
    Flow flow = refused("scope", "email");
    String page = page(flow);

    assertThat(page)
        .contains("not all of it was accepted", "✗")
        .contains("scope.openid", "'email'")
        .containsOnlyOnce("class=\"step failed\"");
    assertThat(page.split("class=\"step passed\"", -1)).hasSize(3);
    assertThat(page.indexOf("class=\"step failed\""))
        .isGreaterThan(page.lastIndexOf("class=\"step passed\""));
  }

  @Test
  void each_entry_of_a_flow_leads_to_its_story() {
    for (JournalEntry entry : good().getEntries()) {
      assertThat(http.browse(entry.getUrl().toString()).body())
          .contains(entry.getFlowUrl().toString());
    }
  }

  @Test
  void the_page_answers_everybody() {
    Exchange answer = http.request("GET", good().getUrl().toString())
        .header("X-Forwarded-For", "203.0.113.7")
        .header("Accept", "text/html")
        .send();

    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'><svg/onload=alert(1)>",
        "</dd></dl><iframe src=//evil.example>",
        "${7*7}<b>"
      })
  void markup_that_was_sent_is_text_on_the_page(String markup) {
    for (String parameter : List.of("scope", "response_type", "code_challenge_method")) {
      Flow flow = refused(parameter, markup);
      Exchange page = http.browse(flow.getUrl().toString());

      assertThat(page.body()).doesNotContain(markup).contains("&lt;");
      assertThat(page.header("content-security-policy").orElse(""))
          .contains("default-src 'none'")
          .doesNotContain("script-src");
      assertThat(page.header("x-content-type-options")).contains("nosniff");
    }
  }

  private Flow good() {
    HolderWallet wallet = holder();
    wallet.obtainCredential("CTWalletSameAuthorisedInTime");
    return flowOf(wallet.did());
  }

  /** A flow whose authorization request was refused for that parameter. */
  private Flow refused(String parameter, String value) {
    HolderWallet wallet = holder();
    CredentialOffer offer = wallet.readOffer(wallet.requestOffer("CTWalletSameAuthorisedInTime"));
    var request = wallet.authorizationRequest(offer, Pkce.generate()).with(parameter, value);
    assertThat(catchThrowable(() -> wallet.send(request))).isInstanceOf(AuthMockException.class);
    return flowOf(wallet.did());
  }

  private String page(Flow flow) {
    Exchange page = http.browse(flow.getUrl().toString());
    assertThat(page.status()).as("%s", page).isEqualTo(200);
    return page.body();
  }
}
