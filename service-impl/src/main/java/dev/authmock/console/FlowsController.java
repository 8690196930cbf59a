package dev.authmock.console;

import dev.authmock.body.QueryParameters;
import dev.authmock.control.Pages;
import dev.authmock.journal.Journal;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.HashMap;
import java.util.Map;

/** Shows the latest flows. */
@Controller("/console/flows")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class FlowsController {
  private final Journal journal;
  private final EventStreams streams;
  private final Pages pages;
  private final Frames frames;

  FlowsController(Journal journal, EventStreams streams, Pages pages, Frames frames) {
    this.journal = journal;
    this.streams = streams;
    this.pages = pages;
    this.frames = frames;
  }

  @Get
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> list(HttpRequest<?> request) {
    Map<String, Object> model = model();
    model.put("streamed", streams.hasRoom());
    return frames.page(request, "console/flows.jte", model);
  }

  /** The list anew, where anything has changed. */
  @Get("/rows")
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> rows(HttpRequest<?> request) {
    Map<String, Object> model = model();
    if (QueryParameters.of(request).getOrDefault("known", "").equals(model.get("known"))) {
      return HttpResponse.noContent();
    }
    model.put("swapped", true);
    return pages.page("console/flow-rows.jte", model).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  private Map<String, Object> model() {
    Map<String, Object> model = new HashMap<>();
    // Before the entries: what comes in between is told once more, and not missed.
    model.put("known", Long.toString(journal.changes()));
    model.put("flows", FlowRow.latest(journal.all()));
    return model;
  }
}
