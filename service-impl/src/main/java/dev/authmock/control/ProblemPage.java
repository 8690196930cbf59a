package dev.authmock.control;

import dev.authmock.api.conformance.model.Problem;
import dev.authmock.check.Finding;
import org.jspecify.annotations.Nullable;

/**
 * A problem as a person gets to see it.
 *
 * @param problem what a program would have got
 * @param broken the rule that was broken, and how
 * @param hint what else there is to say
 * @param loginUrl where a person can log in, if that would help
 */
public record ProblemPage(
    Problem problem,
    @Nullable Finding broken,
    @Nullable String hint,
    @Nullable String loginUrl) {}
