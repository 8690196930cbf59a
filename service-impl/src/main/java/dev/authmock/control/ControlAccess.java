package dev.authmock.control;

import dev.authmock.check.BearerToken;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.journal.Evaluations;
import dev.authmock.server.ServerUrls;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;

/**
 * Lets control calls in, and people to the console: from the loopback interface, or with the control
 * token where there is one; a browser that has shown it goes on with a cookie.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class ControlAccess implements Ordered {
  private static final String CONTROL = "/mock";
  private static final String REPORTS = "/mock/reports";
  private static final String CONSOLE = "/console";
  private static final String LOGIN = "/console/login";

  private final ControlToken token;
  private final BrowserSessions sessions;
  private final Evaluations evaluations;
  private final LocalCaller caller;
  private final ServerUrls urls;

  ControlAccess(
      ControlToken token,
      BrowserSessions sessions,
      Evaluations evaluations,
      LocalCaller caller,
      ServerUrls urls) {
    this.token = token;
    this.sessions = sessions;
    this.evaluations = evaluations;
    this.caller = caller;
    this.urls = urls;
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.SECURITY.order();
  }

  /** Looks at each path itself: no way of writing one may lead past a pattern. */
  @RequestFilter
  void guard(HttpRequest<?> request) {
    String path = request.getPath();
    if (isIn(CONTROL, path) || isIn(CONSOLE, path)) {
      requireCaller(request, evaluations.of(request));
    }
  }

  private void requireCaller(HttpRequest<?> request, Evaluation evaluation) {
    if (!token.isConfigured()) {
      requireLocal(request, evaluation);
      return;
    }
    BearerToken bearer = BearerToken.of(request.getHeaders().get(HttpHeaders.AUTHORIZATION));
    if (token.is(bearer.value().orElse(null))) {
      return;
    }
    if (!isOpenToBrowsers(request)) {
      throw evaluation.refuse(
          ControlCheck.CONTROL_CALLER, new Difference("the control token", bearer.toString()));
    }
    if (!isSafe(request) && !SameOrigin.isProved(request, urls.base())) {
      throw evaluation.refuse(
          ControlCheck.CONTROL_CALLER,
          new Difference("a form on a page of this server", "a page of another origin"));
    }
  }

  private void requireLocal(HttpRequest<?> request, Evaluation evaluation) {
    String elsewhere = caller.fromElsewhere(request);
    if (elsewhere != null) {
      throw evaluation.refuse(
          ControlCheck.CONTROL_CALLER,
          new Difference("a caller on the loopback interface, at this host", elsewhere));
    }
  }

  /** To log in is open to all; what else a browser shows, to those that have. */
  private boolean isOpenToBrowsers(HttpRequest<?> request) {
    String path = request.getPath();
    return path.equals(LOGIN)
        || ((isIn(CONSOLE, path) || (isIn(REPORTS, path) && isSafe(request)))
            && sessions.isOpen(request));
  }

  private static boolean isSafe(HttpRequest<?> request) {
    return request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
  }

  private static boolean isIn(String area, String path) {
    return path.equals(area) || path.startsWith(area + "/");
  }
}
