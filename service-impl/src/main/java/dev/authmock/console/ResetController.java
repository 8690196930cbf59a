package dev.authmock.console;

import dev.authmock.server.Resettable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Collection;
import java.util.Map;

/** Starts the server's state afresh, when a person has said so twice. */
@Controller("/console/reset")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ResetController {
  private final Collection<Resettable> state;
  private final Frames frames;

  ResetController(Collection<Resettable> state, Frames frames) {
    this.state = state;
    this.frames = frames;
  }

  @Get
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> ask(HttpRequest<?> request) {
    return frames.page(request, "console/reset.jte", Map.of());
  }

  @Post
  @Consumes(MediaType.ALL)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> reset() {
    state.forEach(Resettable::reset);
    return Frames.goTo("/console?done=" + Done.RESET.id());
  }
}
