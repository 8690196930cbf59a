package dev.authmock.token;

import dev.authmock.check.ClientCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RequestCheck;
import dev.authmock.check.TokenCheck;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The grants of the token endpoint: leads a request to the handler of its own.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.2">RFC 6749, section 3.2</a>
 */
final class Grants {
  private final Map<String, GrantHandler> handlers;

  Grants(Collection<? extends GrantHandler> handlers) {
    this.handlers = handlers.stream()
        .collect(Collectors.toMap(
            GrantHandler::grantType, Function.identity(), (one, other) -> one, TreeMap::new));
  }

  /**
   * Decides on a request.
   *
   * @return what the tokens are to say
   */
  Authorization redeem(
      TokenRequest request, @Nullable String authorizationHeader, Evaluation evaluation) {
    request.noteOn(evaluation);
    evaluation.pass(RequestCheck.PARAMETERS_ONCE);
    requireNoBasic(authorizationHeader, evaluation);
    String grantType = evaluation.requirePresent(
        TokenCheck.GRANT_TYPE_PRESENT, request.grantType(), String.join(" or ", handlers.keySet()));
    Optional<GrantHandler> handler = Optional.ofNullable(handlers.get(grantType));
    evaluation.require(
        TokenCheck.GRANT_TYPE_SUPPORTED,
        handler.isPresent(),
        () -> Difference.of(String.join(" or ", handlers.keySet()), grantType));
    return handler.orElseThrow().redeem(request, evaluation);
  }

  /**
   * A stray bearer token means nothing here; credentials in the header are an attempt that fails.
   */
  private static void requireNoBasic(@Nullable String header, Evaluation evaluation) {
    evaluation.require(
        ClientCheck.CLIENT_AUTHENTICATION_METHOD,
        header == null || !header.strip().toLowerCase(Locale.ROOT).startsWith("basic"),
        () -> new Difference("a client_assertion in the body", "an Authorization header of Basic"));
  }
}
