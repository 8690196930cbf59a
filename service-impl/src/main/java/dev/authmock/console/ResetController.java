package dev.authmock.console;

import dev.authmock.control.Reset;
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
import java.util.Map;

/** Starts the server's state afresh, when a person has said so twice. */
@Controller("/console/reset")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ResetController {
  private final Reset reset;
  private final Frames frames;

  ResetController(Reset reset, Frames frames) {
    this.reset = reset;
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
    reset.all();
    return Frames.goTo("/console?done=" + Done.RESET.id());
  }
}
