package dev.authmock.it.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.control.model.JournalEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of a request tells its story: why, what came, what was checked, what was answered. */
class StoryPageTest extends Stories {

  @Test
  void a_refused_request_begins_with_why_and_marks_the_claim() {
    String page = page(refused(assertion -> assertion.claim("aud", "https://other.example")));

    assertThat(page)
        .containsSubsequence(
            "<h1>",
            "Refused",
            "Why it was refused",
            "The aud of the client_assertion must be",
            "RFC 7523, section 3",
            "id=\"request\"",
            "client_assertion</code> as a JWT",
            "class=\"bad\"",
            "https://other.example",
            "id=\"checks\"",
            "id=\"response\"",
            "401 Unauthorized",
            "invalid_client")
        .contains("href=\"/docs/checks#client_assertion.aud\"", "/assets/story.css")
        .containsOnlyOnce("class=\"bad\"");
  }

  @Test
  void an_accepted_request_has_nothing_that_is_broken() {
    holderWallet().obtainCredential(AUTHORISED);
    for (String path : List.of("/token", "/credential", "/direct_post")) {
      assertThat(page(entry(path)))
          .contains("Accepted", "as a JWT", "The whole story of this attempt", "its report")
          .doesNotContain("✗", "class=\"bad\"", "Why it was refused");
    }
  }

  @Test
  void times_are_told_as_people_read_them() {
    Instant exp = clock.instant().minusSeconds(120).truncatedTo(ChronoUnit.SECONDS);
    String page = page(refused(assertion -> assertion.claim("exp", exp)));

    assertThat(page).contains(Long.toString(exp.getEpochSecond()), exp.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "'><svg/onload=alert(1)>",
        "</td></table></details><iframe src=//evil.example>",
        "javascript:alert(1)//<b>"
      })
  void markup_in_a_jwt_is_text_on_the_page(String markup) {
    JournalEntry entry = refused(
        assertion -> assertion.claim(markup, markup).header(markup, markup).claim("aud", markup));
    Exchange page = http.browse(entry.getUrl().toString());

    assertThat(page.body())
        .contains("&lt;")
        .doesNotContain(markup, "href=\"javascript", "style=\"", "<script");
    assertThat(page.header("content-security-policy").orElse("")).doesNotContain("unsafe");
  }

  @Test
  void an_injected_fault_is_marked() {
    Exchange injected = http.post(
        "/mock/faults",
        "application/json",
        "{\"name\":\"forged\",\"kind\":\"broken_signature\",\"match\":{\"endpoint\":\"token\"}}");
    assertThat(injected.status()).as("%s", injected).isEqualTo(201);
    http.token(Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()));

    JournalEntry entry = entry("/token");
    assertThat(entry.getFaults()).containsExactly("forged");
    assertThat(page(entry)).contains("Injected: fault 'forged'");
    assertThat(http.browse(entry.getFlowUrl().toString()).body())
        .contains("Injected: fault 'forged'");
  }

  @Test
  void pages_of_problems_lead_on() {
    Exchange kinds = http.browse("/problems");
    assertThat(kinds.body()).contains("/problems/bad-request", "/assets/story.css");
    assertThat(http.browse("/problems/unauthorized").body())
        .contains("href=\"/docs/checks#client_assertion.aud\"", "RFC 7523, section 3");
  }

  private JournalEntry refused(Consumer<Assertion> change) {
    Wallet wallet = clients.register();
    Assertion assertion = wallet.rawAssertion();
    change.accept(assertion);
    Exchange answer = http.token(
        Form.ofServiceWallet(wallet.clientId(), codes.forWallet(wallet), assertion.serialized()));
    assertThat(answer.status()).as("%s", answer).isIn(400, 401);
    return entry("/token");
  }
}
