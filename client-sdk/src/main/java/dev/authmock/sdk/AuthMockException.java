package dev.authmock.sdk;

/**
 * The Auth Mock refused a request, and says why.
 *
 * <p>Unchecked, since most callers can't mend a refusal where they make the call: a test that
 * expects one catches it, every other test is to fail with its message. What is not an answer of
 * the Auth Mock at all comes as {@link AuthMockUnavailableException} instead, which is no relative
 * of this class, so that catching a refusal never hides a server that is down.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
public sealed class AuthMockException extends RuntimeException
    permits AuthorizationException, CredentialException {

  private static final long serialVersionUID = 1L;

  /** What the server said. */
  private final ProblemDetails problem;

  AuthMockException(ProblemDetails problem) {
    super(problem.toString());
    this.problem = problem;
  }

  /**
   * What the server said.
   *
   * @return the problem with all of its members
   */
  public ProblemDetails problem() {
    return problem;
  }
}
