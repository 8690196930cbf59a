package dev.authmock.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.check.Check;
import dev.authmock.check.Checks;
import dev.authmock.it.support.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list of all rules. */
class RulesTest extends ServiceTest {

  @Test
  void every_rule_is_listed_once_with_where_it_stands() {
    List<String> ids = new ArrayList<>();
    for (JsonNode rule : http.get("/docs/checks").json().path("checks")) {
      ids.add(rule.path("id").asText());
      assertThat(rule.path("statement").asText()).isNotEmpty();
      assertThat(rule.path("reference_url").asText()).startsWith("https://");
    }

    assertThat(ids)
        .containsExactlyElementsOf(Checks.all().stream().map(Check::id).toList());
  }

  @Test
  void on_the_page_every_rule_can_be_linked_to() {
    String page = http.browse("/docs/checks").body();

    for (Check check : Checks.all()) {
      assertThat(page)
          .containsOnlyOnce("id=\"" + check.id() + "\"")
          .contains("href=\"#" + check.id() + "\"")
          .contains("\"" + check.reference().url() + "\"")
          .contains("/problems/" + check.kind().slug());
    }
  }

  @Test
  void rules_of_one_area_stand_together() {
    String page = http.browse("/docs/checks").body();

    assertThat(page).contains(">Token</h2>", ">Direct post</h2>", ">JWT: client_assertion</h2>");
    assertThat(page.indexOf("id=\"grant_type.present\""))
        .isBetween(page.indexOf(">Token</h2>"), page.indexOf(">Client</h2>"));
  }
}
