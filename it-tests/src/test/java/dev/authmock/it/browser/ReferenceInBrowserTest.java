package dev.authmock.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The home page and the reference, with everything from this server. */
class ReferenceInBrowserTest extends BrowserTest {

  @ParameterizedTest
  @CsvSource({
    "375, LIGHT, conformance-v3", "1440, DARK, conformance-v3",
    "375, DARK, mock-control", "1440, LIGHT, mock-control"
  })
  void a_document_is_shown_at_any_width_and_in_any_light(
      int width, ColorScheme scheme, String api) {
    pageOf(width, scheme).navigate("/docs?api=" + api);
    page.locator(".opblock").first().waitFor();

    requireNoSidewaysScrolling();
    assertThat(page.locator(".errors-wrapper")).hasCount(0);
    assertThat(page.locator("#elsewhere")).isHidden();
    picture("docs-" + api);
  }

  @Test
  void an_operation_is_tried_out_on_this_server() {
    page.navigate("/docs?api=mock-control#/Minting/mintPreAuthorizedCode");
    Locator operation = page.locator(".opblock.is-open");
    operation.locator(".try-out__btn").click();
    operation.locator(".btn.execute").click();

    assertThat(operation.locator(".live-responses-table tbody .response-col_status"))
        .containsText("201");
    assertThat(operation.locator(".live-responses-table")).containsText("user_pin");
    assertThat(operation.locator(".responses-inner"))
        .containsText("The body is longer than 64 KiB"); // That is in the other document.
    picture("docs-tried-out");
  }

  @Test
  void at_another_address_the_page_says_where_to_go() {
    page.navigate(base().replace("localhost", "127.0.0.1") + "/docs");

    assertThat(page.locator("#elsewhere")).containsText(base() + "/docs");
    assertThat(page.locator("#elsewhere")).isVisible();
  }

  @ParameterizedTest
  @CsvSource({"375, DARK", "1440, LIGHT"})
  void pages_to_read_fit_any_width(int width, ColorScheme scheme) {
    pageOf(width, scheme);
    for (String path :
        List.of("/", "/docs/checks", "/problems", "/problems/bad-request", "/gone")) {
      page.navigate(path);
      requireNoSidewaysScrolling();
      picture("read" + path.replace('/', '-'));
    }
  }

  @Test
  void a_keyboard_goes_past_the_navigation_and_along_it() {
    page.navigate("/");
    page.keyboard().press("Tab");
    assertThat(page.locator(".skip")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("main")).isFocused();

    page.navigate("/docs/checks");
    assertThat(page.locator("header [aria-current=page]")).hasText("Docs");
  }

  @Test
  void a_link_to_a_rule_leads_to_it() {
    page.navigate("/docs/checks#code_verifier.matches");

    assertThat(page.locator(":target")).containsText("code_verifier.matches");
    assertThat(page.locator(":target")).isInViewport();
  }
}
