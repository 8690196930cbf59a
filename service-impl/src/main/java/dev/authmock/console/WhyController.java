package dev.authmock.console;

import dev.authmock.api.control.model.EvaluatedRequest;
import dev.authmock.api.control.model.EvaluationOrder;
import dev.authmock.api.control.model.JournalEntry;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.control.TokenRequestEvaluator;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.validation.validator.Validator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells why a token request is refused, without redeeming anything. */
@Controller("/console/why")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
class WhyController {
  private static final String TEMPLATE = "console/why.jte";

  private final TokenRequestEvaluator evaluator;
  private final Validator validator;
  private final Evaluations evaluations;
  private final Frames frames;

  WhyController(
      TokenRequestEvaluator evaluator,
      Validator validator,
      Evaluations evaluations,
      Frames frames) {
    this.evaluator = evaluator;
    this.validator = validator;
    this.evaluations = evaluations;
    this.frames = frames;
  }

  @Get
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> ask(HttpRequest<?> request) {
    return frames.page(request, TEMPLATE, Map.of("pasted", ""));
  }

  @Post
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces({MediaType.TEXT_HTML, MediaType.ALL})
  HttpResponse<?> answer(HttpRequest<?> request, @Nullable @Body Map<String, String> form) {
    String pasted = Forms.stripped(form).getOrDefault("request", "");
    Map<String, Object> model = new HashMap<>();
    model.put("pasted", pasted);
    Evaluation evaluation = evaluations.of(request);
    try {
      Forms.requireValid(validator.validate(new EvaluationOrder().request(pasted)));
      EvaluatedRequest verdict = evaluator.evaluate(pasted);
      model.put("verdict", verdict);
      model.put("entry", entry(verdict));
      return frames.page(request, TEMPLATE, model);
    } catch (RefusedException refused) {
      evaluation.record(refused);
      model.put("refusal", refused);
      return frames.refused(request, TEMPLATE, model);
    }
  }

  /** The verdict in the shape in which the templates of stories take it. */
  private static JournalEntry entry(EvaluatedRequest verdict) {
    return new JournalEntry()
        .parameters(verdict.getParameters())
        .jwts(verdict.getJwts())
        .checks(verdict.getChecks())
        .status(verdict.getStatus())
        .problem(verdict.getProblem());
  }
}
