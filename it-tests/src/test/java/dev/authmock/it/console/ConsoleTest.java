package dev.authmock.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import java.util.List;
import java.util.regex.Pattern;

/** What the tests of the console have in common: its pages are for people, and are in no document. */
abstract class ConsoleTest extends ServiceTest {
  private static final Pattern ENTRY = Pattern.compile("id=\"entry-([0-9a-f]{32})\"");

  /** A page, as a browser gets it. */
  final Exchange page(String path) {
    Exchange page =
        http.request("GET", path).header("Accept", "text/html,*/*;q=0.8").sendUnchecked();
    assertThat(page.status()).as("%s", page).isEqualTo(200);
    assertThat(page.mediaType()).isEqualTo("text/html");
    return page;
  }

  /** Sends a form of the console, as a browser does. */
  final Exchange submit(String path, Form form) {
    return http.request("POST", path)
        .header("Accept", "text/html,*/*;q=0.8")
        .header("Origin", http.base())
        .header("Content-Type", RawHttp.FORM)
        .body(form.encoded())
        .sendUnchecked();
  }

  /** Sends a form that leads to another page, and goes there. */
  final Exchange submitted(String path, Form form) {
    Exchange answer = submit(path, form);
    assertThat(answer.status()).as("%s", answer).isEqualTo(303);
    return page(answer.header("location").orElseThrow());
  }

  /** The ids of the entries that a page lists, in their order. */
  static List<String> entries(Exchange page) {
    return ENTRY.matcher(page.body()).results().map(found -> found.group(1)).toList();
  }

  /** A request that is refused, for its journal entry. */
  final String refused(String clientId) {
    Exchange answer =
        http.token(Form.empty().with("grant_type", "unheard-of").with("client_id", clientId));
    String instance = answer.json().path("instance").asText();
    return instance.substring(instance.lastIndexOf('/') + 1);
  }
}
