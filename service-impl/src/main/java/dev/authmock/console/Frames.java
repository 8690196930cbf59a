package dev.authmock.console;

import dev.authmock.control.BrowserSessions;
import dev.authmock.control.ControlToken;
import dev.authmock.control.Pages;
import dev.authmock.fault.Faults;
import dev.authmock.server.MockClock;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** Makes the pages of the console. */
@Singleton
class Frames {
  private final Pages pages;
  private final ControlToken token;
  private final BrowserSessions sessions;
  private final MockClock clock;
  private final Faults faults;

  Frames(
      Pages pages, ControlToken token, BrowserSessions sessions, MockClock clock, Faults faults) {
    this.pages = pages;
    this.token = token;
    this.sessions = sessions;
    this.clock = clock;
    this.faults = faults;
  }

  /** A page, with what stands around it. */
  MutableHttpResponse<String> page(
      HttpRequest<?> request, String template, Map<String, Object> model) {
    Map<String, Object> all = new HashMap<>(model);
    all.put(
        "frame",
        new Frame(
            Done.told(request.getParameters().get("done")),
            clock.read(),
            faults.list().stream()
                .filter(fault -> !fault.hasEnded(clock.instant()))
                .count(),
            token.isConfigured() && sessions.isOpen(request)));
    return pages.page(template, all).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** The same, where what was sent can't be done. */
  MutableHttpResponse<String> refused(
      HttpRequest<?> request, String template, Map<String, Object> model) {
    return page(request, template, model).status(HttpStatus.BAD_REQUEST);
  }

  /** On to another page after something was done. */
  static MutableHttpResponse<?> goTo(String path) {
    return HttpResponse.seeOther(URI.create(path)).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
