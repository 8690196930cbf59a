package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.check.Check;
import dev.authmock.check.Checks;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.ServiceTest;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The type of a problem leads to what it means. */
class ProblemTypeTest extends ServiceTest {

  @ParameterizedTest
  @EnumSource(Kind.class)
  void every_kind_of_problem_answers_as_json(Kind kind) {
    JsonNode type = http.get(path(kind)).json();

    assertThat(type.path("type").asText()).isEqualTo(http.base() + path(kind));
    assertThat(type.path("title").asText()).isEqualTo(kind.title());
    assertThat(type.path("status").intValue()).isEqualTo(kind.status());
    assertThat(type.path("detail").asText()).isEqualTo(kind.detail());
    assertThat(type.path("meaning").asText()).isNotEmpty();
    assertThat(type.path("checks")).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void every_kind_of_problem_answers_as_a_page(Kind kind) {
    Exchange page = http.browse(path(kind));

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.mediaType()).isEqualTo("text/html");
    assertThat(page.body()).contains("<html", "<h1>" + kind.title() + "</h1>", kind.detail());
    for (JsonNode check : http.get(path(kind)).json().path("checks")) {
      assertThat(page.body()).contains(check.path("id").asText());
      assertThat(page.body()).contains(check.path("reference_url").asText());
    }
  }

  @Test
  void every_rule_is_listed_under_the_kind_that_it_leads_to() {
    Set<String> listed = new HashSet<>();
    for (Kind kind : Kind.values()) {
      for (JsonNode check : http.get(path(kind)).json().path("checks")) {
        assertThat(listed.add(check.path("id").asText()))
            .as("listed once: %s", check)
            .isTrue();
      }
    }

    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            Checks.all().stream().map(Check::id).toList());
  }

  private static String path(Kind kind) {
    return "/problems/" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
