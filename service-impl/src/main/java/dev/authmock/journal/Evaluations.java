package dev.authmock.journal;

import dev.authmock.check.Evaluation;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Collection;
import java.util.HexFormat;

/** Which evaluation belongs to a request. */
@Singleton
public class Evaluations {
  private static final String ATTRIBUTE = "dev.authmock.evaluation";
  private static final int ID_BYTES = 16;

  private final SecureRandom random;
  private final Collection<BeforeDecision> lookers;

  Evaluations(SecureRandom random, Collection<BeforeDecision> lookers) {
    this.random = random;
    this.lookers = lookers;
  }

  /** The evaluation of this request; begun where there was none. */
  public Evaluation of(HttpRequest<?> request) {
    // Without a type: the framework would look for a way to convert it, several times a request.
    return request.getAttribute(ATTRIBUTE).orElse(null) instanceof Evaluation begun
        ? begun
        : begin(request);
  }

  Evaluation begin(HttpRequest<?> request) {
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    Evaluation evaluation = new Evaluation(
        HexFormat.of().formatHex(id),
        ready -> lookers.forEach(looker -> looker.look(request, ready)));
    request.setAttribute(ATTRIBUTE, evaluation);
    return evaluation;
  }
}
