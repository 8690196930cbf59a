package dev.authmock.console;

import dev.authmock.api.conformance.model.ClientMetadata;
import dev.authmock.api.control.model.JwksTestOrder;
import dev.authmock.body.QueryParameters;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.control.ManagedClientsView;
import dev.authmock.journal.Evaluations;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.validation.validator.Validator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the registered clients, adds, changes and removes them, and tries their jwks_uri. */
@Controller("/console/clients")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class ClientsPageController {
  private static final String PATH = "/console/clients";

  private final ManagedClientsView clients;
  private final Validator validator;
  private final JsonMapper json;
  private final Evaluations evaluations;
  private final Frames frames;

  ClientsPageController(
      ManagedClientsView clients,
      Validator validator,
      JsonMapper json,
      Evaluations evaluations,
      Frames frames) {
    this.clients = clients;
    this.validator = validator;
    this.json = json;
    this.evaluations = evaluations;
    this.frames = frames;
  }

  @Get
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> list(HttpRequest<?> request) {
    String uri = QueryParameters.of(request).getOrDefault("jwks_uri", "");
    return frames.page(
        request,
        "console/clients.jte",
        Map.of("clients", clients.list().getClients(), "jwksUri", uri));
  }

  @Get("/add")
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> ask(HttpRequest<?> request) {
    return frames.page(
        request, "console/client.jte", Map.of("form", new ClientForm(Map.of()), "id", ""));
  }

  @Post("/add")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> add(HttpRequest<?> request, @Nullable @Body Map<String, String> form) {
    return registered(request, new ClientForm(Forms.stripped(form)), "");
  }

  @Get("/{id}")
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> show(HttpRequest<?> request, String id) {
    var client = clients.read(id);
    return frames.page(
        request,
        "console/client.jte",
        Map.of("form", ClientForm.of(client, json), "id", id, "client", client));
  }

  @Post("/{id}")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> change(
      HttpRequest<?> request, String id, @Nullable @Body Map<String, String> form) {
    return registered(request, new ClientForm(Forms.stripped(form)), id);
  }

  @Post("/{id}/remove")
  @Consumes(MediaType.ALL)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> remove(HttpRequest<?> request, String id) {
    clients.remove(id, evaluations.of(request));
    return Frames.goTo(PATH + "?done=" + Done.CLIENT_REMOVED.id());
  }

  /** A test changes nothing, but it fetches: no link of another page is to start it. */
  @Post("/jwks-test")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> test(HttpRequest<?> request, @Nullable @Body Map<String, String> form) {
    String uri = Forms.stripped(form).getOrDefault("jwks_uri", "");
    Map<String, Object> model = new HashMap<>();
    model.put("clients", clients.list().getClients());
    model.put("jwksUri", uri);
    Evaluation evaluation = evaluations.of(request);
    try {
      Forms.requireValid(validator.validate(new JwksTestOrder().jwksUri(uri)));
      model.put("test", clients.testJwksUri(uri));
      return frames.page(request, "console/clients.jte", model);
    } catch (RefusedException refused) {
      evaluation.record(refused);
      model.put("refusal", refused);
      return frames.refused(request, "console/clients.jte", model);
    }
  }

  private HttpResponse<?> registered(HttpRequest<?> request, ClientForm form, String id) {
    Evaluation evaluation = evaluations.of(request);
    try {
      ClientMetadata metadata = form.metadata(json);
      Forms.requireValid(validator.validate(metadata));
      if (id.isEmpty()) {
        clients.add(metadata, evaluation);
      } else {
        clients.replace(id, metadata, evaluation);
      }
      return Frames.goTo(
          PATH + "?done=" + (id.isEmpty() ? Done.CLIENT_ADDED : Done.CLIENT_CHANGED).id());
    } catch (RefusedException refused) {
      evaluation.record(refused);
      Map<String, Object> model = new HashMap<>();
      model.put("form", form);
      model.put("id", id);
      model.put("refusal", refused);
      if (!id.isEmpty()) {
        model.put("client", clients.read(id));
      }
      return frames.refused(request, "console/client.jte", model);
    }
  }
}
