package dev.authmock.control;

import dev.authmock.api.control.DocsApi;
import dev.authmock.api.control.model.RuleList;
import dev.authmock.check.Checks;
import dev.authmock.server.ServerUrls;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what this server answers, and by which rules. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class DocsController implements DocsApi {
  private static final String CONFORMANCE = "conformance-v3";
  private static final String CONTROL = "mock-control";

  private final ApiDocuments documents;
  private final Pages pages;
  private final ServerUrls urls;

  DocsController(ApiDocuments documents, Pages pages, ServerUrls urls) {
    this.documents = documents;
    this.pages = pages;
    this.urls = urls;
  }

  @Override
  public HttpResponse<?> showDocs(HttpRequest<?> request, @Nullable String api) {
    String shown = CONTROL.equals(api) ? CONTROL : CONFORMANCE;
    return pages.viewer("docs.jte", Map.of("api", shown, "base", urls.base()));
  }

  @Override
  public HttpResponse<String> readConformanceDocument(HttpRequest<?> request) {
    return yaml(CONFORMANCE);
  }

  @Override
  public HttpResponse<String> readControlDocument(HttpRequest<?> request) {
    return yaml(CONTROL);
  }

  @Override
  public HttpResponse<?> listChecks(HttpRequest<?> request) {
    if (Pages.prefersHtml(request)) {
      return pages.page("rules.jte", Map.of("areas", RuleArea.of(Checks.all())));
    }
    RuleList rules =
        new RuleList().checks(Checks.all().stream().map(JournalView::rule).toList());
    return HttpResponse.ok(rules).header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
  }

  /**
   * A document in its media type.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc9512#section-2.1">RFC 9512, section 2.1</a>
   */
  private HttpResponse<String> yaml(String name) {
    return HttpResponse.ok(documents.read(name))
        .contentType("application/yaml")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache")
        .header("X-Content-Type-Options", "nosniff");
  }
}
