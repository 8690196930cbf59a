package dev.authmock.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Markup and script in whatever a client can send: text to every page. */
class MarkupTest extends BrowserTest {
  private static final String SCRIPT = "<script>window.owned=1</script>";
  private static final String IMAGE = "\"'><img src=x onerror=window.owned=1>";
  private static final String EVIL = SCRIPT + IMAGE + "javascript:window.owned=1";

  private final List<String> dialogs = new ArrayList<>();

  @BeforeEach
  void sendMarkupInEverything() {
    page.onDialog(dialog -> {
      dialogs.add(dialog.message());
      dialog.dismiss();
    });
    String jwt = Base64URL.encode(
            "{\"alg\":\"ES256\",\"kid\":" + quoted(EVIL) + ",\"typ\":" + quoted(SCRIPT) + "}")
        + "."
        + Base64URL.encode("{\"iss\":" + quoted(EVIL) + ",\"aud\":" + quoted(IMAGE) + ","
            + quoted(EVIL) + ":" + quoted(SCRIPT) + "}")
        + "."
        + Base64URL.encode(new byte[64]);
    http.token(evil("grant_type", "code", "client_id", "redirect_uri", "user_pin"));
    http.token(evil("client_id", "redirect_uri", "code", "code_verifier")
        .with("grant_type", Form.AUTHORIZATION_CODE));
    http.token(Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin())
        .with("client_assertion_type", Form.JWT_BEARER)
        .with("client_assertion", jwt));
    http.authorize(evil(
        "client_id",
        "response_type",
        "scope",
        "redirect_uri",
        "state",
        "authorization_details",
        "client_metadata",
        "issuer_state"));
    http.directPost(evil("state", "id_token", "vp_token", "presentation_submission", "error"));
    http.get(RawHttp.OFFER + "?" + evil("credential_type", "client_id").encoded());
    String json = "{\"client_id\":%1$s,\"client_name\":%1$s,\"redirect_uris\":[%1$s]}"
        .formatted(quoted(EVIL));
    http.post(RawHttp.REGISTER, "application/json", json);
    http.post(
        RawHttp.REGISTER,
        "application/json",
        "{\"client_id\":\"https://markup.example/auth\",\"client_name\":%s,\"jwks_uri\":\"https://markup.example/jwks\"}"
            .formatted(quoted(EVIL)));
    http.post(
        RawHttp.CREDENTIAL,
        "application/json",
        "{\"format\":%1$s,\"types\":[%1$s]}".formatted(quoted(EVIL)));
    http.get("/conformance/v3/" + "%3Cscript%3Ewindow.owned=1%3C%2Fscript%3E");
  }

  @Test
  void the_list_shows_it_as_text() {
    visit("/console");

    // A long client_id is shortened; the whole of it is its title.
    assertThat(page.locator("#rows [title*='" + SCRIPT + "']").first()).containsText("<script>");
  }

  @Test
  void each_story_shows_it_as_text() {
    List<String> stories = new ArrayList<>();
    page.navigate("/console");
    page.locator("#rows a").all().forEach(link -> stories.add(link.getAttribute("href")));

    assertThat(stories).hasSizeGreaterThan(9);
    stories.forEach(this::visit);
  }

  @Test
  void the_pages_of_the_console_show_it_as_text() {
    visit("/console/clients");
    assertThat(page.locator("#clients")).containsText(SCRIPT);
    page.locator("#clients a").first().click();
    requireUnharmed();

    visit("/console/reports");
    page.locator("main td a, main th a, main li a").all().stream()
        .map(link -> link.getAttribute("href"))
        .toList()
        .forEach(this::visit);
  }

  @Test
  void what_is_pasted_is_shown_as_text() {
    visit("/console/why");
    page.locator("#request").fill("grant_type=" + EVIL + "&client_id=" + EVIL);
    page.locator("#ask").click();
    requireUnharmed();
    assertThat(page.locator("main")).containsText(SCRIPT);

    visit("/console/offers");
    page.getByLabel("DID of the wallet").fill(EVIL);
    page.locator("#start-offer").click();
    requireUnharmed();
    assertThat(page.getByLabel("DID of the wallet")).hasValue(EVIL);
  }

  private void visit(String path) {
    page.navigate(path);
    requireUnharmed();
  }

  private void requireUnharmed() {
    assertThat(page.evaluate("window.owned === undefined")).as(page.url()).isEqualTo(true);
    assertThat(page.locator("img[src=x]")).hasCount(0);
    assertThat(page.locator("a[href^='javascript:']")).hasCount(0);
    assertThat(dialogs).isEmpty();
  }

  private static Form evil(String... names) {
    Form form = Form.empty();
    for (String name : names) {
      form = form.with(name, EVIL);
    }
    return form;
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\"", "\\\"") + "\"";
  }
}
