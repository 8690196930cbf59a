package dev.authmock.journal;

import dev.authmock.check.Evaluation;
import io.micronaut.http.HttpRequest;

/** Looks at a request when it is known whose it is, and before it changes anything. */
public interface BeforeDecision {
  /**
   * May end the request.
   *
   * @throws dev.authmock.check.RefusedException to end it
   */
  void look(HttpRequest<?> request, Evaluation evaluation);
}
