package dev.authmock.check;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.problem.ProblemKind;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rules of one kind of JWT: a check for each {@link JwtRule} that the kind has. */
public final class JwtChecks {
  private final String id;
  private final String name;
  private final ProblemKind kind;
  private final OAuthErrorCode error;
  private final Reference reference;
  private final String keyOwner;
  private final Map<JwtRule, Check> checks = new EnumMap<>(JwtRule.class);

  /**
   * A kind of JWT, with no rules yet.
   *
   * @param id what the ids of its rules begin with
   * @param name how statements call it
   * @param reference the section that defines the kind
   * @param keyOwner whose key signs it, in words
   */
  JwtChecks(
      String id,
      String name,
      ProblemKind kind,
      OAuthErrorCode error,
      Reference reference,
      String keyOwner) {
    this.id = id;
    this.name = name;
    this.kind = kind;
    this.error = error;
    this.reference = reference;
    this.keyOwner = keyOwner;
  }

  /** Adds what every signed JWT has; the source is where its keys are taken from. */
  JwtChecks signed(String keySource) {
    return with(JwtRule.JWT, JwtRule.ALG, JwtRule.CRIT, JwtRule.KID)
        .with(JwtRule.HEADER_KEY, keySource)
        .with(JwtRule.KEY_KNOWN, keyOwner)
        .with(JwtRule.SIGNATURE, keyOwner);
  }

  JwtChecks with(JwtRule... rules) {
    for (JwtRule rule : rules) {
      with(rule, "");
    }
    return this;
  }

  /** Adds a rule; the detail is what its statement leaves to the kind. */
  JwtChecks with(JwtRule rule, String detail) {
    boolean ofLifetime = rule == JwtRule.NOT_EXPIRED || rule == JwtRule.NOT_EXPIRED_IF_ANY;
    Rule made = new Rule(
        id + "." + rule.id(),
        ofLifetime ? ProblemKind.TOKEN_EXPIRED : kind,
        error,
        rule.referenceOr(reference),
        rule.statement(name, detail));
    checks.put(rule, new JwtCheck(made));
    return this;
  }

  /** What the ids of its rules begin with. */
  public String id() {
    return id;
  }

  /** Whose key signs it, in words. */
  public String keyOwner() {
    return keyOwner;
  }

  /** The check that this kind makes of the rule, which it must have. */
  public Check get(JwtRule rule) {
    Check check = checks.get(rule);
    if (check == null) {
      throw new IllegalArgumentException("The " + name + " has no rule " + rule);
    }
    return check;
  }

  /** All of them, in the order in which they are applied. */
  public List<Check> all() {
    return List.copyOf(checks.values());
  }

  private record JwtCheck(Rule rule) implements Check {}
}
