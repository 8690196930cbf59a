package dev.authmock.jwt;

import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.JwtChecks;
import dev.authmock.check.JwtRule;
import dev.authmock.jose.MalformedJwtException;
import dev.authmock.jose.SignedJwt;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Takes the JWTs of requests apart, so that their rules can be applied.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-7.2">RFC 7519, section 7.2</a>
 */
@Singleton
public class JwtReader {
  private final Clock clock;

  JwtReader(Clock clock) {
    this.clock = clock;
  }

  /** Applies the rule that it is a signed JWT; the others are for the caller to ask for. */
  public JwtRules read(JwtChecks kind, String compact, Evaluation evaluation) {
    evaluation.noteJwt(kind.id(), compact);
    try {
      JwtRules rules = new JwtRules(kind, SignedJwt.parse(compact), clock, evaluation);
      evaluation.pass(kind.get(JwtRule.JWT));
      return rules;
    } catch (MalformedJwtException e) {
      throw evaluation.refuse(
          kind.get(JwtRule.JWT), new Difference("a signed JWT", e.description()));
    }
  }
}
