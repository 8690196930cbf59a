package dev.authmock.it.docs;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.ServiceTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The OpenAPI documents, and the page that shows them. */
class ReferenceTest extends ServiceTest {
  private static final Pattern LOADED = Pattern.compile("(?:src|data-document)=\"([^\"]*)\"");

  @ParameterizedTest
  @ValueSource(strings = {"conformance-v3", "mock-control"})
  void a_document_is_the_contract_with_the_url_of_this_server(String name) throws IOException {
    Exchange answer = http.get("/docs/" + name + ".yaml");
    String contract = Files.readString(
        Path.of("..", "api-spec", "src", "main", "resources", "openapi", name + ".yaml"));

    assertThat(answer.mediaType()).isEqualTo("application/yaml");
    assertThat(answer.body())
        .isEqualTo(contract.replace("http://localhost:8080", http.base()))
        .contains("url: " + http.base() + "\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"conformance-v3", "mock-control"})
  void the_page_loads_the_viewer_and_the_document_from_here(String name) {
    Exchange page = http.browse("/docs?api=" + name);

    assertThat(page.mediaType()).isEqualTo("text/html");
    assertThat(LOADED.matcher(page.body()).results().map(result -> result.group(1)))
        .containsExactlyInAnyOrder(
            "/assets/swagger-ui-bundle.js", "/assets/docs.js", "/docs/" + name + ".yaml");
    assertThat(page.body()).contains("data-base=\"" + http.base() + "\"");
  }

  @Test
  void only_its_page_may_have_styles_in_elements_and_none_may_have_scripts_in_them() {
    assertThat(policy("/docs"))
        .contains("default-src 'none'", "script-src 'self';", "style-src 'self' 'unsafe-inline';")
        .doesNotContain("unsafe-eval");
    assertThat(policy("/docs/checks"))
        .contains("default-src 'none'")
        .doesNotContain("unsafe", "script-src");
    assertThat(policy("/")).contains("default-src 'none'").doesNotContain("unsafe", "script-src");
  }

  @Test
  void the_conformance_endpoints_are_shown_first() {
    assertThat(http.get("/docs").body()).contains("/docs/conformance-v3.yaml");
  }

  @Test
  void another_document_is_none() {
    assertThatProblem(http.get("/docs?api=..%2fapplication"))
        .is(BAD_REQUEST, "invalid_request", "request.valid");
  }

  private String policy(String path) {
    return http.browse(path).header("content-security-policy").orElse("");
  }
}
