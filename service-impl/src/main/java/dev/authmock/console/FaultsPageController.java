package dev.authmock.console;

import dev.authmock.api.control.model.FaultOrder;
import dev.authmock.body.QueryParameters;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.fault.FaultView;
import dev.authmock.fault.Faults;
import dev.authmock.journal.Evaluations;
import dev.authmock.token.TokenShapes;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows the faults, injects and removes them. */
@Controller("/console/faults")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class FaultsPageController {
  private static final String PATH = "/console/faults";
  private static final String TEMPLATE = "console/faults.jte";

  private final Faults faults;
  private final FaultView view;
  private final TokenShapes shapes;
  private final Validator validator;
  private final JsonMapper json;
  private final Evaluations evaluations;
  private final Frames frames;

  FaultsPageController(
      Faults faults,
      FaultView view,
      TokenShapes shapes,
      Validator validator,
      JsonMapper json,
      Evaluations evaluations,
      Frames frames) {
    this.faults = faults;
    this.view = view;
    this.shapes = shapes;
    this.validator = validator;
    this.json = json;
    this.evaluations = evaluations;
    this.frames = frames;
  }

  @Get
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> show(HttpRequest<?> request) {
    Map<String, String> query = QueryParameters.of(request);
    return frames.page(request, TEMPLATE, model(FaultForm.of(query), null));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> inject(HttpRequest<?> request, @Nullable @Body Map<String, String> form) {
    FaultForm filled = FaultForm.of(Forms.stripped(form));
    Evaluation evaluation = evaluations.of(request);
    try {
      FaultOrder order = filled.order(json);
      Forms.requireValid(validator.validate(order));
      faults.inject(order, evaluation);
      return Frames.goTo(PATH + "?done=" + Done.FAULT_INJECTED.id());
    } catch (RefusedException refused) {
      evaluation.record(refused);
      return frames.refused(request, TEMPLATE, model(filled, refused));
    }
  }

  @Post("/remove")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> remove(@Nullable @Body Map<String, String> form) {
    faults.remove(Forms.stripped(form).getOrDefault("name", ""));
    return Frames.goTo(PATH + "?done=" + Done.FAULT_REMOVED.id());
  }

  @Post("/remove-all")
  @Consumes(MediaType.ALL)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> removeAll() {
    faults.removeAll();
    return Frames.goTo(PATH + "?done=" + Done.FAULTS_REMOVED.id());
  }

  private Map<String, Object> model(FaultForm form, @Nullable RefusedException refusal) {
    List<dev.authmock.api.control.model.Fault> newestFirst =
        new ArrayList<>(faults.list().stream().map(view::of).toList());
    Collections.reverse(newestFirst);
    Map<String, Object> model = new HashMap<>();
    model.put("form", form);
    model.put("faults", newestFirst);
    model.put("shapes", shapes.list());
    if (refusal != null) {
      model.put("refusal", refusal);
    }
    return model;
  }
}
