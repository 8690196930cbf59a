package dev.authmock.control;

import dev.authmock.api.control.ProblemsApi;
import dev.authmock.api.control.model.ProblemType;
import dev.authmock.api.control.model.ProblemTypeList;
import dev.authmock.check.Checks;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import dev.authmock.problem.ProblemKind;
import dev.authmock.server.ServerUrls;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Arrays;

/**
 * Says what each kind of problem means, and which rules lead to it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457#section-3.1.1">RFC 9457, section 3.1.1</a>
 */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class ProblemsController implements ProblemsApi {
  private final ServerUrls urls;
  private final Pages pages;

  ProblemsController(ServerUrls urls, Pages pages) {
    this.urls = urls;
    this.pages = pages;
  }

  @Override
  public HttpResponse<?> readProblemType(HttpRequest<?> request, String kind) {
    ProblemKind known = ProblemKind.bySlug(kind)
        .orElseThrow(() -> new RefusedException(
            RequestCheck.REQUEST_PATH, Difference.of("a kind of problem", kind)));
    return pages.answer(request, view(known), "problem-type.jte");
  }

  @Override
  public HttpResponse<?> listProblemTypes(HttpRequest<?> request) {
    ProblemTypeList kinds = new ProblemTypeList()
        .problems(Arrays.stream(ProblemKind.values()).map(this::view).toList());
    return pages.answer(request, kinds, "problem-types.jte");
  }

  private ProblemType view(ProblemKind kind) {
    return new ProblemType()
        .type(urls.problemType(kind.slug()))
        .title(kind.title())
        .status(kind.status().getCode())
        .detail(kind.detail())
        .meaning(kind.meaning())
        .checks(Checks.all().stream()
            .filter(check -> check.kind() == kind)
            .map(JournalView::rule)
            .toList());
  }
}
