package dev.authmock.journal;

import dev.authmock.api.conformance.model.CredentialError;
import dev.authmock.api.conformance.model.Problem;
import dev.authmock.check.Check;
import dev.authmock.check.Evaluation;
import dev.authmock.check.OfferedNonce;
import dev.authmock.check.RefusedException;
import dev.authmock.problem.CredentialErrorWriter;
import dev.authmock.problem.ProblemWriter;
import dev.authmock.server.ServerUrls;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Turns whatever ends a request, the framework's own refusals among them, into a broken rule and
 * its problem.
 */
@Singleton
@Replaces(ErrorResponseProcessor.class)
public class RefusalProcessor implements ErrorResponseProcessor<Object> {
  private final Evaluations evaluations;
  private final FrameworkRefusals frameworkRefusals;
  private final ProblemWriter writer;
  private final Recorder recorder;
  private final ServerUrls urls;

  RefusalProcessor(
      Evaluations evaluations,
      FrameworkRefusals frameworkRefusals,
      ProblemWriter writer,
      Recorder recorder,
      ServerUrls urls) {
    this.evaluations = evaluations;
    this.frameworkRefusals = frameworkRefusals;
    this.writer = writer;
    this.recorder = recorder;
    this.urls = urls;
  }

  @Override
  @SuppressWarnings("unchecked")
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    RefusedException refusal = context
        .getRootCause()
        .flatMap(RefusalProcessor::refusal)
        .orElseGet(() -> frameworkRefusals.refusal(context, response));
    return (MutableHttpResponse<Object>) answer(context.getRequest(), refusal, response);
  }

  /** The answer to a request that is refused. */
  public MutableHttpResponse<?> refuse(HttpRequest<?> request, RefusedException refusal) {
    return answer(request, refusal, HttpResponse.badRequest());
  }

  private MutableHttpResponse<?> answer(
      HttpRequest<?> request, RefusedException refusal, MutableHttpResponse<?> response) {
    Evaluation evaluation = evaluations.of(request);
    evaluation.record(refusal);
    Check check = refusal.check();
    Problem problem = writer.problem(
        check.kind(),
        check.error(),
        refusal.description(),
        check.id(),
        urls.journalEntry(evaluation.id()));
    recorder.refused(request, problem);
    MutableHttpResponse<?> answer = CredentialErrorWriter.isFor(request)
        ? CredentialErrorWriter.write(
            request, problem.getStatus(), credentialError(problem, evaluation), response)
        : writer.write(request, problem, response);
    if (!recorder.hasBegun(request)) {
      // No filter sees what is no readable HTTP; its instance has to answer all the same.
      recorder.record(request, answer, evaluation);
    }
    return answer;
  }

  private static CredentialError credentialError(Problem problem, Evaluation evaluation) {
    CredentialError error = CredentialErrorWriter.error(problem);
    OfferedNonce nonce = evaluation.offeredNonce();
    return nonce == null ? error : error.cNonce(nonce.value()).cNonceExpiresIn(nonce.expiresIn());
  }

  /** A refusal may come wrapped, by the reader of a body for example. */
  private static Optional<RefusedException> refusal(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof RefusedException refused) {
        return Optional.of(refused);
      }
    }
    return Optional.empty();
  }
}
