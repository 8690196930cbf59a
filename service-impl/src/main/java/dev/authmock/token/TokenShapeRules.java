package dev.authmock.token;

import dev.authmock.api.control.model.TokenShapeMatch;
import dev.authmock.api.control.model.TokenShapeOrder;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of a token shape by itself; what the contract says of its members was looked at before. */
final class TokenShapeRules {
  private TokenShapeRules() {}

  /**
   * The shape that was ordered.
   *
   * @param name its name
   * @throws dev.authmock.check.RefusedException if it breaks a rule
   */
  static TokenShape apply(
      TokenShapeOrder order, String name, boolean configured, Evaluation evaluation) {
    ShapeMatch match = match(order.getMatch());
    evaluation.require(
        ControlCheck.TOKEN_SHAPE_PARAMETERS,
        TokenRequest.PARAMETERS.containsAll(match.parameters().keySet()),
        () -> Difference.of(
            String.join(", ", TokenRequest.PARAMETERS),
            String.join(", ", match.parameters().keySet())));
    Map<String, @Nullable Object> both = claims(order.getClaims());
    Map<String, @Nullable Object> accessToken = claims(order.getAccessTokenClaims());
    Map<String, @Nullable Object> idToken = claims(order.getIdTokenClaims());
    String subject = order.getSubject();
    Integer lifetime = order.getLifetime();
    evaluation.require(
        ControlCheck.TOKEN_SHAPE_CONTENT,
        subject != null
            || lifetime != null
            || !(both.isEmpty() && accessToken.isEmpty() && idToken.isEmpty()),
        () -> Difference.missing(
            "a subject, a lifetime, claims, access_token_claims or" + " id_token_claims"));
    Optional<String> flaw = Stream.of(both, accessToken, idToken)
        .map(ShapedClaims::flaw)
        .flatMap(Optional::stream)
        .findFirst();
    evaluation.require(
        ControlCheck.TOKEN_SHAPE_CLAIMS,
        flaw.isEmpty(),
        () -> new Difference("JSON that can be signed", flaw.orElse("")));
    return new TokenShape(
        name,
        match,
        subject,
        lifetime,
        ShapedClaims.copyOf(both),
        ShapedClaims.copyOf(accessToken),
        ShapedClaims.copyOf(idToken),
        configured);
  }

  private static ShapeMatch match(@Nullable TokenShapeMatch ordered) {
    if (ordered == null) {
      return new ShapeMatch(null, null, null, Map.of());
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    Map<String, @Nullable String> wanted = ordered.getParameters();
    if (wanted != null) {
      wanted.forEach((name, value) -> {
        // A JSON null stands for nothing.
        if (value != null) {
          parameters.put(name, value);
        }
      });
    }
    return new ShapeMatch(
        ordered.getGrantType(), ordered.getClientId(), ordered.getCredentialType(), parameters);
  }

  private static Map<String, @Nullable Object> claims(
      @Nullable Map<String, @Nullable Object> ordered) {
    return ordered == null ? Map.of() : ordered;
  }
}
