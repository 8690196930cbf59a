package dev.authmock.console;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import org.reactivestreams.Publisher;

/** Opens the streams by which pages learn that something has come. */
@Controller("/console/events")
@Secured(SecurityRule.IS_ANONYMOUS)
class EventsController {
  private final EventStreams streams;

  EventsController(EventStreams streams) {
    this.streams = streams;
  }

  @Get
  @Produces(MediaType.TEXT_EVENT_STREAM)
  HttpResponse<Publisher<Event<String>>> open() {
    if (!streams.hasRoom()) {
      return HttpResponse.<Publisher<Event<String>>>status(HttpStatus.SERVICE_UNAVAILABLE)
          .header(HttpHeaders.RETRY_AFTER, "5");
    }
    Publisher<Event<String>> stream = streams.stream();
    return HttpResponse.ok(stream).header(HttpHeaders.CACHE_CONTROL, "no-store");
  }
}
