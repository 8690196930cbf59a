package dev.authmock.sdk;

import java.io.Serializable;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why the Auth Mock refused a request.
 *
 * <p>The generated class {@code Problem} describes the same; this one also keeps what the contract
 * does not know (yet): further members, and further error codes.
 *
 * @param type the kind of problem, a URI that answers with a page on it; {@code about:blank} if the
 *     answer names none
 * @param title the name of the kind, for example {@code Token Expired}; empty if the answer has none
 * @param status the HTTP status of the answer
 * @param detail one sentence on the kind of problem; empty if the answer has none
 * @param instance this occurrence, a URI that answers with every rule that was tried (see {@link
 *     AuthMockControl#explain(AuthMockException)}); null if the request left no record
 * @param error the OAuth error code, for example {@code invalid_grant} (RFC 6749, section 5.2; RFC
 *     7591, section 3.2.2; RFC 6750, section 3.1); null if the answer has none
 * @param errorDescription what was wrong in this request; null if the answer does not tell
 * @param check the id of the rule that the request broke, for example {@code
 *     code_verifier.matches}; null if the answer names none
 * @param extensions all other members by name, as strings, numbers, booleans, lists and maps; those
 *     that are null are left out
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457#section-3">RFC 9457, section 3</a>
 */
public record ProblemDetails(
    URI type,
    String title,
    int status,
    String detail,
    @Nullable URI instance,
    @Nullable String error,
    @Nullable String errorDescription,
    @Nullable String check,
    Map<String, Object> extensions)
    implements Serializable {

  /** Copies the extensions, so that a problem never changes. */
  public ProblemDetails {
    extensions = Map.copyOf(extensions);
  }

  /**
   * The problem in one line, for example {@code 400 Bad Request: invalid_grant
   * (code_verifier.matches): The code_verifier does not match. – explained at http://…}.
   */
  @Override
  public String toString() {
    StringBuilder line = new StringBuilder().append(status);
    if (!title.isEmpty()) {
      line.append(' ').append(title);
    }
    if (error != null) {
      line.append(": ").append(error);
    }
    if (check != null) {
      line.append(error == null ? ": (" : " (").append(check).append(')');
    }
    line.append(": ").append(errorDescription == null ? detail : errorDescription);
    if (instance != null) {
      line.append(" – explained at ").append(instance);
    }
    return line.toString();
  }
}
