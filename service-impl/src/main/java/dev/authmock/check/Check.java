package dev.authmock.check;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.problem.ProblemKind;

/**
 * A rule that a request can break, with the problem and the OAuth error that breaking it leads to,
 * and the section of the standard that it is from; {@link Checks} has them all.
 */
public interface Check {

  /** The rule itself. */
  Rule rule();

  /** The id by which journal entries and problems name the rule. */
  default String id() {
    return rule().id();
  }

  /** The kind of problem that breaking the rule is. */
  default ProblemKind kind() {
    return rule().kind();
  }

  /** The OAuth error that breaking the rule is. */
  default OAuthErrorCode error() {
    return rule().error();
  }

  /** The section of the standard that the rule is from. */
  default Reference reference() {
    return rule().reference();
  }

  /** The rule, in one line. */
  default String statement() {
    return rule().statement();
  }
}
