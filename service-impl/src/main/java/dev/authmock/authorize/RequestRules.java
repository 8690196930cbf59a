package dev.authmock.authorize;

import static dev.authmock.authorize.AuthorizationParameter.CODE_CHALLENGE;
import static dev.authmock.authorize.AuthorizationParameter.CODE_CHALLENGE_METHOD;
import static dev.authmock.authorize.AuthorizationParameter.NONCE;
import static dev.authmock.authorize.AuthorizationParameter.RESPONSE_TYPE;
import static dev.authmock.authorize.AuthorizationParameter.SCOPE;
import static dev.authmock.authorize.AuthorizationParameter.STATE;

import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.client.ClientId;
import dev.authmock.grant.CodeChallenge;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the plain parameters of an authorization request.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#AuthRequest">OpenID Connect
 *     Core, section 3.1.2.1</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7636#section-4.3">RFC 7636, section 4.3</a>
 */
final class RequestRules {
  /** What comes back to the client is remembered until then. */
  private static final int MAX_REMEMBERED = 1024;

  private static final Pattern SHA256_IN_BASE64URL = Pattern.compile("[A-Za-z0-9_-]{43}");

  private RequestRules() {}

  static void require(AuthorizationRequest request, Evaluation evaluation) {
    requireShort(request, evaluation);
    requireResponseType(request, evaluation);
    requireScope(request.text(SCOPE), evaluation);
  }

  // state, nonce (RECOMMENDED)
  private static void requireShort(AuthorizationRequest request, Evaluation evaluation) {
    int longest = Stream.of(STATE, NONCE)
        .map(request::text)
        .filter(Objects::nonNull)
        .mapToInt(String::length)
        .max()
        .orElse(0);
    evaluation.require(
        AuthorizeCheck.PARAMETER_LENGTH,
        longest <= MAX_REMEMBERED,
        () -> new Difference("at most " + MAX_REMEMBERED + " characters", longest + " characters"));
  }

  // response_type (REQUIRED)
  private static void requireResponseType(AuthorizationRequest request, Evaluation evaluation) {
    String type = evaluation.requirePresent(
        AuthorizeCheck.RESPONSE_TYPE_PRESENT,
        request.text(RESPONSE_TYPE),
        AuthorizationCapabilities.CODE);
    evaluation.require(
        AuthorizeCheck.RESPONSE_TYPE_SUPPORTED,
        type.equals(AuthorizationCapabilities.CODE),
        () -> Difference.of(Difference.show(AuthorizationCapabilities.CODE), type));
  }

  // scope (REQUIRED, contains openid)
  private static void requireScope(@Nullable String scope, Evaluation evaluation) {
    evaluation.require(
        AuthorizeCheck.SCOPE_OPENID,
        scope != null
            && Arrays.asList(scope.split(" ", -1)).contains(AuthorizationCapabilities.OPENID),
        () -> Difference.of(Difference.show(AuthorizationCapabilities.OPENID), scope));
  }

  // code_challenge, code_challenge_method (REQUIRED of a holder wallet)
  static Optional<CodeChallenge> requireChallenge(
      ClientId client, AuthorizationRequest request, Evaluation evaluation) {
    String challenge = request.text(CODE_CHALLENGE);
    String method = request.text(CODE_CHALLENGE_METHOD);
    if (challenge == null && method == null && client.isServiceWallet()) {
      return Optional.empty();
    }
    String present = evaluation.requirePresent(
        AuthorizeCheck.CODE_CHALLENGE_PRESENT, challenge, "code_challenge");
    evaluation.require(
        AuthorizeCheck.CODE_CHALLENGE_METHOD,
        CodeChallenge.METHOD.equals(method),
        () -> Difference.of(Difference.show(CodeChallenge.METHOD), method));
    evaluation.require(
        AuthorizeCheck.CODE_CHALLENGE_FORM,
        SHA256_IN_BASE64URL.matcher(present).matches(),
        () -> Difference.of("43 characters of base64url", present));
    return Optional.of(new CodeChallenge(present));
  }
}
