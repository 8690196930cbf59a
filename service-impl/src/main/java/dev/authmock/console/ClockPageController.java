package dev.authmock.console;

import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.control.ClockService;
import dev.authmock.journal.Evaluations;
import dev.authmock.server.MockClock;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Shows the clock, and sets it. */
@Controller("/console/clock")
@Secured(SecurityRule.IS_ANONYMOUS)
class ClockPageController {
  private static final String TEMPLATE = "console/clock.jte";

  private final MockClock clock;
  private final ClockService service;
  private final Evaluations evaluations;
  private final Frames frames;

  ClockPageController(
      MockClock clock, ClockService service, Evaluations evaluations, Frames frames) {
    this.clock = clock;
    this.service = service;
    this.evaluations = evaluations;
    this.frames = frames;
  }

  @Get
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> show(HttpRequest<?> request) {
    return frames.page(request, TEMPLATE, model(Map.of(), null));
  }

  @Post("/set")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> set(HttpRequest<?> request, @Nullable @Body Map<String, String> form) {
    return ordered(request, Forms.stripped(form), "now", Done.CLOCK_SET, service::set);
  }

  @Post("/advance")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> advance(HttpRequest<?> request, @Nullable @Body Map<String, String> form) {
    return ordered(request, Forms.stripped(form), "by", Done.CLOCK_ADVANCED, service::advance);
  }

  @Post("/freeze")
  @Consumes(MediaType.ALL)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> freeze(HttpRequest<?> request) {
    return changed(request, Map.of(), Done.CLOCK_FROZEN, clock::freeze);
  }

  @Post("/resume")
  @Consumes(MediaType.ALL)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> resume(HttpRequest<?> request) {
    return changed(request, Map.of(), Done.CLOCK_RESUMED, clock::resume);
  }

  @Post("/real-time")
  @Consumes(MediaType.ALL)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> useRealTime(HttpRequest<?> request) {
    return changed(request, Map.of(), Done.CLOCK_REAL, clock::useRealTime);
  }

  private HttpResponse<?> ordered(
      HttpRequest<?> request,
      Map<String, String> sent,
      String field,
      Done done,
      BiConsumer<String, Evaluation> order) {
    return changed(
        request,
        sent,
        done,
        () -> order.accept(sent.getOrDefault(field, ""), evaluations.of(request)));
  }

  private HttpResponse<?> changed(
      HttpRequest<?> request, Map<String, String> sent, Done done, Runnable change) {
    try {
      change.run();
    } catch (RefusedException refused) {
      return frames.refused(request, TEMPLATE, model(sent, refused));
    }
    return Frames.goTo("/console/clock?done=" + done.id());
  }

  private Map<String, Object> model(Map<String, String> sent, @Nullable RefusedException refusal) {
    Map<String, Object> model = new HashMap<>();
    model.put("reading", clock.read());
    model.put("sent", sent);
    if (refusal != null) {
      model.put("refusal", refusal);
    }
    return model;
  }
}
