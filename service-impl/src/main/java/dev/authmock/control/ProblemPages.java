package dev.authmock.control;

import dev.authmock.api.conformance.model.Problem;
import dev.authmock.check.Check;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Finding;
import dev.authmock.journal.Evaluations;
import dev.authmock.journal.JournalConfiguration;
import dev.authmock.server.AcceptHeader;
import io.micronaut.context.BeanProvider;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows a problem as a page where a browser asked for one: everywhere but at the conformance
 * endpoints, whose answers are those of the contract whoever asks.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class ProblemPages implements Ordered {
  /** Made for the first page; the start has no need of templates. */
  private final BeanProvider<Pages> pages;

  private final Evaluations evaluations;
  private final JournalConfiguration journal;
  private final ControlToken token;

  ProblemPages(
      BeanProvider<Pages> pages,
      Evaluations evaluations,
      JournalConfiguration journal,
      ControlToken token) {
    this.pages = pages;
    this.evaluations = evaluations;
    this.journal = journal;
    this.token = token;
  }

  /** Outside of whatever may refuse a request, the journal excepted. */
  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.order() + 1;
  }

  @ResponseFilter
  void show(HttpRequest<?> request, MutableHttpResponse<?> response) {
    if (isApi(request.getPath()) || !(response.getBody().orElse(null) instanceof Problem problem)) {
      return;
    }
    if (wantsPage(request)) {
      Finding broken = broken(evaluations.of(request).findings());
      String html = pages
          .get()
          .render(
              "problem-page.jte",
              new ProblemPage(problem, broken, hint(broken), loginUrl(request, broken)));
      Pages.asPage(response, html);
    } else {
      response.header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    }
  }

  /** What prefers JSON, or takes it as gladly, is a program. */
  private static boolean wantsPage(HttpRequest<?> request) {
    AcceptHeader accept = AcceptHeader.of(request);
    return accept
            .quality(MediaType.TEXT_HTML)
            .compareTo(accept
                .quality(MediaType.APPLICATION_JSON)
                .max(accept.quality("application/problem+json")))
        > 0;
  }

  private static boolean isApi(String path) {
    return path.startsWith("/conformance/") || path.startsWith("/.well-known/");
  }

  private static @Nullable Finding broken(List<Finding> findings) {
    return findings.stream()
        .filter(finding -> !finding.passed())
        .reduce((former, latter) -> latter)
        .orElse(null);
  }

  private @Nullable String loginUrl(HttpRequest<?> request, @Nullable Finding broken) {
    boolean helps = token.isConfigured()
        && request.getMethod() == HttpMethod.GET
        && broken != null
        && broken.check() == ControlCheck.CONTROL_CALLER;
    return helps
        ? "/console/login?next=" + URLEncoder.encode(request.getPath(), StandardCharsets.UTF_8)
        : null;
  }

  private @Nullable String hint(@Nullable Finding broken) {
    Check check = broken == null ? null : broken.check();
    if (check == ControlCheck.JOURNAL_ENTRY || check == ControlCheck.JOURNAL_FLOW) {
      return "The journal keeps the newest %,d entries only, and a reset empties it. What you look for is gone, or never was."
          .formatted(journal.getMaxEntries());
    }
    if (check == ControlCheck.CONTROL_CALLER) {
      return token.isConfigured()
          ? "Who has the control token may log in with it; a program sends it as its bearer token."
          : "Without a control token, the mock lets itself be watched and steered from its own machine only, at"
              + " localhost and not through a proxy. To open it to others, start it with authmock.control.token"
              + " set to a long secret; then this page asks for it.";
    }
    return null;
  }
}
