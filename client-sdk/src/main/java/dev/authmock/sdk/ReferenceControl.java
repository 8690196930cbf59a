package dev.authmock.sdk;

import dev.authmock.sdk.control.api.DocsApi;
import dev.authmock.sdk.control.api.ProblemsApi;
import dev.authmock.sdk.control.model.ProblemType;
import dev.authmock.sdk.control.model.ProblemTypeList;
import dev.authmock.sdk.control.model.Rule;
import dev.authmock.sdk.control.model.RuleList;
import java.util.List;

/** What there is to know of the rules and the problems. Immutable and thread-safe. */
public final class ReferenceControl {

  private final Calls calls;
  private final DocsApi docs;
  private final ProblemsApi problems;

  ReferenceControl(Calls calls, Transport transport, ProblemsApi problems) {
    this.calls = calls;
    this.docs = new DocsApi(transport);
    this.problems = problems;
  }

  /**
   * Every rule that a request can break.
   *
   * @return the rules, those of one area together
   */
  public List<Rule> checks() {
    return calls.answer(docs::listChecksWithHttpInfo, RuleList::getChecks).getChecks();
  }

  /**
   * Every kind of problem that a request can end in.
   *
   * @return the kinds of problem
   */
  public List<ProblemType> problemTypes() {
    return calls
        .answer(problems::listProblemTypesWithHttpInfo, ProblemTypeList::getProblems)
        .getProblems();
  }

  /**
   * What a kind of problem means, and the rules that lead to it.
   *
   * @param slug the last segment of a problem's {@code type}, for example {@code token-expired}
   * @return the kind of problem
   * @throws AuthMockException with status 404 if there is no such kind
   * @throws IllegalArgumentException if the slug is blank
   */
  public ProblemType problemType(String slug) {
    PathSegment.require(slug, "slug");
    return calls.answer(() -> problems.readProblemTypeWithHttpInfo(slug), ProblemType::getTitle);
  }

  /**
   * The generated operations on rules, for what has no method here.
   *
   * @return the operations, with the control token where one is set
   */
  public DocsApi api() {
    return docs;
  }
}
