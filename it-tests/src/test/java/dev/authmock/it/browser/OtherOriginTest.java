package dev.authmock.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A web page of somebody else, open in the browser of the tester: it must not steer the mock. */
class OtherOriginTest extends BrowserTest {
  /** No such host is asked: the browser gets the page from the test. */
  private static final String ELSEWHERE = "http://elsewhere.example/";

  @BeforeEach
  void openTheirPage() {
    allow(ELSEWHERE);
    String form = "<form method=post action='%s/mock/reset'><button>Win a prize</button></form>"
        .formatted(base());
    page.route(
        ELSEWHERE,
        route ->
            route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(form)));
    codes.preAuthorized();
    page.navigate(ELSEWHERE);
  }

  @Test
  void its_form_is_refused() {
    page.locator("button").click();

    assertThat(page.locator("main")).containsText("control.caller");
    requireUntouched();
  }

  @Test
  void its_script_neither_steers_nor_reads() {
    for (String call : List.of(
        "fetch('%s/mock/reset', {method: 'POST'})",
        "fetch('%s/mock/faults', {method: 'POST', body: '{\"kind\":\"delay\",\"delay_ms\":1}'})",
        "fetch('%s/mock/clock/freeze', {method: 'POST', mode: 'cors', credentials: 'include'})",
        "fetch('%s/console/reset', {method: 'POST', body: new URLSearchParams()})",
        "fetch('%s/mock/journal')",
        "fetch('%s/console')")) {
      assertThat(page.evaluate("() => " + call.formatted(base())
              + ".then(answer => 'read it: ' + answer.status, () => 'could not')"))
          .as(call)
          .isEqualTo("could not");
    }
    mayComplain("blocked by CORS policy");
    requireUntouched();
  }

  @Test
  void its_form_is_refused_by_the_console_too() {
    for (String path : List.of("/console/reset", "/console/journal/clear", "/console/clock")) {
      page.navigate(ELSEWHERE);
      page.evaluate("path => document.forms[0].action = path", base() + path);
      page.locator("button").click();

      assertThat(page.locator("main")).containsText("control.caller");
    }
    requireUntouched();
  }

  private void requireUntouched() {
    assertThat(sdk.control().journal().getEntries())
        .anySatisfy(entry -> assertThat(entry.getPath()).isEqualTo("/mock/pre-authorized-codes"));
    assertThat(sdk.control().faults().list()).isEmpty();
  }
}
