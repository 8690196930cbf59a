package dev.authmock.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page from which all others are reached. */
class HomeTest extends ServiceTest {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"#]+)\"");
  private static final Pattern ORDER = Pattern.compile("-d '(\\{.*?})'");

  @ParameterizedTest
  @ValueSource(strings = {"*/*", "application/json", "text/html,*/*;q=0.8", "image/png"})
  void it_is_a_page_for_everybody(String accept) {
    Exchange page = http.request("GET", "/").header("Accept", accept).send();

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.mediaType()).isEqualTo("text/html");
    assertThat(page.body()).contains("<h1>Auth Mock</h1>", http.base() + RawHttp.AUTH_MOCK);
  }

  @Test
  void every_link_leads_somewhere_and_stays_here() {
    List<String> links = LINK.matcher(http.get("/").body())
        .results()
        .map(link -> link.group(1))
        .filter(link -> !link.startsWith("data:"))
        .distinct()
        .toList();

    assertThat(links).contains("/console", "/docs", "/docs/checks", "/problems", "/health");
    for (String link : links) {
      assertThat(link)
          .matches(found -> found.startsWith("/") || found.startsWith(http.base() + "/"));
      assertThat(http.browse(link).status()).as(link).isEqualTo(200);
    }
  }

  @Test
  void its_first_request_can_be_sent_as_it_stands() {
    String page = http.get("/").body();
    assertThat(page)
        .contains(http.base() + "/mock/pre-authorized-codes", http.base() + RawHttp.TOKEN);
    Matcher order = ORDER.matcher(page.replace("&quot;", "\"").replace("&#39;", "'"));
    assertThat(order.find()).isTrue();

    Exchange minted = http.post("/mock/pre-authorized-codes", "application/json", order.group(1));
    String code = minted.json().path("pre-authorized_code").asText();
    assertThat(http.token(Form.ofPreAuthorizedCode(code)).status()).isEqualTo(200);
  }
}
