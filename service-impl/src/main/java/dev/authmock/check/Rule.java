package dev.authmock.check;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.problem.ProblemKind;

/**
 * What there is to say of a rule.
 *
 * @param id by which journal entries and problems name it
 * @param kind the kind of problem that breaking it is
 * @param error the OAuth error that breaking it is
 * @param reference the section of the standard that it is from
 * @param statement the rule, in one line
 */
public record Rule(
    String id, ProblemKind kind, OAuthErrorCode error, Reference reference, String statement) {}
