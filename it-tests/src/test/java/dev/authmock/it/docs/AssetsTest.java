package dev.authmock.it.docs;

import static dev.authmock.it.support.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that the pages load come from this server, under names that stay. */
class AssetsTest extends ServiceTest {

  @ParameterizedTest
  @CsvSource({
    "base.css, text/css, --accent",
    "docs.css, text/css, #swagger-ui",
    "docs.js, application/javascript, SwaggerUIBundle",
    "htmx.js, application/javascript, htmx",
    "htmx-sse.js, application/javascript, EventSource",
    "swagger-ui.css, text/css, .swagger-ui",
    "swagger-ui-bundle.js, application/javascript, SwaggerUIBundle"
  })
  void a_file_is_there_in_its_media_type(String name, String type, String within) {
    Exchange file = http.get("/assets/" + name);

    assertThat(file.status()).isEqualTo(200);
    assertThat(file.mediaType()).isEqualTo(type);
    assertThat(file.body()).contains(within);
    assertThat(file.header("x-content-type-options")).contains("nosniff");
  }

  @Test
  void what_a_browser_has_kept_is_not_sent_again() {
    Exchange first = http.get("/assets/base.css");
    String tag = first.header("etag").orElseThrow();
    Exchange kept = ifNoneMatch("\"other\", " + tag);

    assertThat(first.header("cache-control")).contains("no-cache");
    assertThat(kept.status()).isEqualTo(304);
    assertThat(kept.body()).isEmpty();
    assertThat(kept.header("etag")).contains(tag);
    assertThat(ifNoneMatch("\"other\"").status()).isEqualTo(200);
  }

  @Test
  void large_files_go_out_compressed_to_who_takes_that() {
    Exchange file = http.request("GET", "/assets/swagger-ui-bundle.js")
        .header("Accept-Encoding", "gzip")
        .send();

    assertThat(file.header("content-encoding")).contains("gzip");
    assertThat(file.header("vary").orElse("")).containsIgnoringCase("accept-encoding");
    assertThat(file.header("content-length").map(Integer::valueOf).orElseThrow())
        .isLessThan(600_000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/unknown.css",
        "/assets/application.yml",
        "/assets/..%2fapplication.yml",
        "/assets/%2e%2e%2fwebjars.properties",
        "/assets/swagger-ui.js",
        "/assets/"
      })
  void nothing_else_is_served(String path) {
    assertThatProblem(http.get(path)).is(NOT_FOUND, "invalid_request", "request.path");
  }

  @ParameterizedTest
  @ValueSource(strings = {"base.css", "docs.css", "docs.js"})
  void no_own_file_names_another_host(String name) {
    assertThat(http.get("/assets/" + name).body()).doesNotContain("http:", "https:", "//fonts");
  }

  private Exchange ifNoneMatch(String tags) {
    return http.request("GET", "/assets/base.css").header("If-None-Match", tags).send();
  }
}
