package dev.authmock.console;

import dev.authmock.body.QueryParameters;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Fingerprint;
import dev.authmock.check.RefusedException;
import dev.authmock.control.BrowserSessions;
import dev.authmock.control.ControlToken;
import dev.authmock.journal.Evaluations;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets people with the control token in, and out again. */
@Controller("/console")
@Secured(SecurityRule.IS_ANONYMOUS)
class LoginController {
  private static final String HOME = "/console";

  private final ControlToken token;
  private final BrowserSessions sessions;
  private final Evaluations evaluations;
  private final Frames frames;

  LoginController(
      ControlToken token, BrowserSessions sessions, Evaluations evaluations, Frames frames) {
    this.token = token;
    this.sessions = sessions;
    this.evaluations = evaluations;
    this.frames = frames;
  }

  @Get("/login")
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> form(HttpRequest<?> request) {
    String next = next(QueryParameters.of(request));
    return token.isConfigured() && !sessions.isOpen(request)
        ? page(request, next, null)
        : Frames.goTo(next);
  }

  @Post("/login")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> logIn(HttpRequest<?> request, @Nullable @Body Map<String, String> form) {
    Map<String, String> sent = Forms.stripped(form);
    String next = next(sent);
    if (!token.isConfigured()) {
      return Frames.goTo(next);
    }
    String shown = sent.get("token");
    if (!token.is(shown)) {
      String came = shown == null ? "nothing" : Fingerprint.ofLength(shown);
      RefusedException refusal = evaluations
          .of(request)
          .refuse(ControlCheck.CONSOLE_LOGIN, new Difference("the control token", came));
      return page(request, next, refusal).status(HttpStatus.UNAUTHORIZED);
    }
    return Frames.goTo(next).cookie(sessions.begin());
  }

  @Post("/logout")
  @Consumes(MediaType.ALL)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> logOut(HttpRequest<?> request) {
    return Frames.goTo("/console/login").cookie(sessions.end(request));
  }

  private MutableHttpResponse<?> page(
      HttpRequest<?> request, String next, @Nullable RefusedException refusal) {
    Map<String, Object> model = new HashMap<>();
    model.put("next", next);
    if (refusal != null) {
      model.put("refusal", refusal);
    }
    return frames.page(request, "console/login.jte", model);
  }

  /** Where a person was going; nowhere but to a page of this server that a session opens. */
  private static String next(Map<String, String> sent) {
    String next = sent.getOrDefault("next", HOME);
    boolean isBelow = next.matches("/(console|mock/reports)(/[A-Za-z0-9._~%/-]*)?")
        && !next.contains("..")
        && !next.toLowerCase(Locale.ROOT).contains("%2e");
    return isBelow ? next : HOME;
  }
}
