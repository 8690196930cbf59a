package dev.authmock.it.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The journal entry of a request that was refused: whatever the answer looked like, it ends in the broken rule. */
final class RefusedEntry {
  private final String url;
  private final RawHttp http;

  RefusedEntry(String url, RawHttp http) {
    assertThat(url).startsWith(http.base() + "/");
    this.url = url;
    this.http = http;
  }

  String url() {
    return url;
  }

  JsonNode json() {
    Exchange read = http.get(url);
    assertThat(read.status()).as("%s", read).isEqualTo(200);
    return read.json();
  }

  /** Asserts that it is the entry of this exchange, which broke that rule, its last one. */
  void requireBroken(String check, Exchange answer) {
    JsonNode entry = json();
    assertThat(text(entry, "outcome")).isEqualTo("refused");
    assertThat(text(entry, "failed_check")).isEqualTo(check);
    assertThat(text(entry, "method")).isEqualTo(answer.method());
    assertThat(text(entry, "path")).isEqualTo(shown(answer.uri().getRawPath()));
    assertThat(entry.path("status").intValue()).isEqualTo(answer.status());
    List<JsonNode> checks = new ArrayList<>();
    entry.path("checks").forEach(checks::add);
    assertThat(checks).as("%s", entry).isNotEmpty();
    JsonNode last = checks.get(checks.size() - 1);
    assertThat(text(last, "id")).as("the last check of %s", entry).isEqualTo(check);
    assertThat(checks.stream().filter(tried -> text(tried, "outcome").equals("failed")))
        .as("the failed checks of %s", entry)
        .containsExactly(last);
    assertThat(text(last, "expected")).isNotEmpty();
    assertThat(text(last, "actual")).isNotEmpty();
    assertThat(text(last, "reference_url")).startsWith("https://");
  }

  /** Asserts that none of these is in the entry, in its page, or in what the answer showed. */
  void requireNone(Set<String> secrets, String... shownByAnswer) {
    List<String> all = new ArrayList<>(List.of(shownByAnswer));
    // How long it took is no secret, and may look like a PIN.
    all.add(http.get(url).body().replaceAll("\"duration_ms\":[0-9.E-]+", ""));
    all.add(http.browse(url).body());
    for (String secret : secrets) {
      for (String shown : all) {
        if (Secrets.isIn(shown, secret)) {
          fail("the secret '%s' is shown in %s", secret, shown);
        }
      }
    }
  }

  /** The ids in these paths are secrets, which the journal does not show. */
  private static String shown(String path) {
    return path.replaceFirst("(/issuer-mock/offers/|/auth-mock/request_uri/).+", "$1{id}");
  }

  static String text(JsonNode node, String member) {
    assertThat(node.has(member)).as("member %s of %s", member, node).isTrue();
    return node.path(member).asText();
  }
}
