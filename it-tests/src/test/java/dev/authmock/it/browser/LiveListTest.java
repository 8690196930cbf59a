package dev.authmock.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.authmock.it.support.Form;
import org.junit.jupiter.api.Test;

/** The list of requests while requests arrive. */
class LiveListTest extends BrowserTest {
  @Test
  void a_request_appears_on_top_without_a_reload() {
    page.navigate("/console");
    page.evaluate("window.stillHere = true");
    assertThat(page.locator("#live")).containsText("Live");

    refuse("first");
    assertThat(rows()).hasCount(1);
    refuse("second");
    assertThat(rows()).hasCount(2);

    assertThat(rows().first()).containsText("client_id must be an http(s) URL");
    assertThat((Boolean) page.evaluate("window.stillHere")).isTrue();
    picture("list");
  }

  @Test
  void what_does_not_fit_the_filter_does_not_appear() {
    refuse("before");
    page.navigate("/console");
    page.getByLabel("Outcome").selectOption("accepted");
    page.getByRole(AriaRole.BUTTON).filter(withText("Filter")).click();
    assertThat(rows()).hasCount(0);

    refuse("after");
    codes.preAuthorized();
    assertThat(rows()).hasCount(1);
    assertThat(rows().first()).containsText("Pre-authorized code minted");
    assertThat(page.url()).contains("outcome=accepted");
  }

  @Test
  void a_row_leads_to_its_story() {
    refuse("somebody");
    page.navigate("/console");
    rows().first().getByRole(AriaRole.LINK).first().click();

    assertThat(page.locator("h1")).containsText("Refused");
    assertThat(page.locator("main")).containsText("client_id.form");
  }

  @Test
  void a_paused_list_stands_still() {
    page.navigate("/console");
    page.getByText("Pause").click();
    assertThat(page.locator("#live")).containsText("Paused");
    refuse("unseen");

    assertThat(page.locator("script[src*=htmx]")).hasCount(0);
    assertThat(rows()).hasCount(0);
    page.getByText("Go live").click();
    assertThat(rows()).hasCount(1);
  }

  private Locator rows() {
    return page.locator("#rows tr");
  }

  private void refuse(String client) {
    http.token(Form.empty()
        .with("grant_type", Form.AUTHORIZATION_CODE)
        .with("client_id", client)
        .with("code", "nobodys"));
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
