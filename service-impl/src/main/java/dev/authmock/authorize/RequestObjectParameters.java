package dev.authmock.authorize;

import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters in a request object, each of which its twin in the query must equal.
 *
 * @see <a href="https://openid.net/specs/openid-connect-core-1_0.html#RequestObject">OpenID Connect
 *     Core, section 6.1</a>
 */
final class RequestObjectParameters {
  private RequestObjectParameters() {}

  /** The parameters; one that is empty or null counts as not there. */
  static Map<AuthorizationParameter, Object> require(
      AuthorizationRequest sent, Map<String, @Nullable Object> claims, Evaluation evaluation) {
    Map<AuthorizationParameter, Object> parameters = new EnumMap<>(AuthorizationParameter.class);
    for (AuthorizationParameter parameter : AuthorizationParameter.values()) {
      Object value = claims.get(parameter.wireName());
      if (value != null && !value.equals("")) {
        parameters.put(parameter, value);
      }
    }
    evaluation.require(
        AuthorizeCheck.REQUEST_OBJECT_NESTED,
        parameters.keySet().stream().noneMatch(AuthorizationParameter::isOfRequestObject),
        () -> new Difference("neither request nor request_uri", "one of them"));
    requireTypes(parameters, evaluation);
    requireSigned(sent, parameters, evaluation);
    requireTwins(sent, parameters, evaluation);
    return parameters;
  }

  private static void requireTypes(
      Map<AuthorizationParameter, Object> parameters, Evaluation evaluation) {
    Optional<AuthorizationParameter> other = parameters.keySet().stream()
        .filter(parameter -> !isOfType(parameter, parameters.get(parameter)))
        .findFirst();
    evaluation.require(
        AuthorizeCheck.REQUEST_OBJECT_PARAMETERS,
        other.isEmpty(),
        () -> new Difference(
            other.map(AuthorizationParameter::wireName).orElse("") + " as a string",
            "another type"));
  }

  private static boolean isOfType(AuthorizationParameter parameter, @Nullable Object value) {
    return value instanceof String
        || (parameter.isJson() && (value instanceof Map || value instanceof List));
  }

  /** What is not signed could be anybody's. */
  private static void requireSigned(
      AuthorizationRequest sent,
      Map<AuthorizationParameter, Object> parameters,
      Evaluation evaluation) {
    Optional<AuthorizationParameter> unsigned = sent.toBeSigned()
        .filter(parameter -> !parameters.containsKey(parameter))
        .findFirst();
    evaluation.require(
        AuthorizeCheck.REQUEST_OBJECT_COVERS,
        unsigned.isEmpty(),
        () -> new Difference(
            unsigned.map(AuthorizationParameter::wireName).orElse("") + " in the request object",
            "it in the query alone"));
  }

  private static void requireTwins(
      AuthorizationRequest sent,
      Map<AuthorizationParameter, Object> parameters,
      Evaluation evaluation) {
    Optional<AuthorizationParameter> other = parameters.keySet().stream()
        .filter(parameter -> !isTwin(parameter, sent.text(parameter), parameters.get(parameter)))
        .findFirst();
    evaluation.require(
        AuthorizeCheck.REQUEST_OBJECT_TWINS,
        other.isEmpty(),
        () -> difference(other.orElseThrow(), sent, parameters));
  }

  /** What is not JSON is compared to the letter, even if it looks like JSON. */
  private static boolean isTwin(
      AuthorizationParameter parameter,
      @Nullable String ofQuery,
      @Nullable Object ofRequestObject) {
    if (ofQuery == null || ofRequestObject == null) {
      return ofQuery == null;
    }
    return parameter.isJson()
        ? Json.same(ofQuery, ofRequestObject)
        : ofQuery.equals(ofRequestObject);
  }

  private static Difference difference(
      AuthorizationParameter parameter,
      AuthorizationRequest sent,
      Map<AuthorizationParameter, Object> parameters) {
    String name = parameter.wireName();
    String ofRequestObject = Json.text(parameters.getOrDefault(parameter, ""));
    String ofQuery = String.valueOf(sent.text(parameter));
    return new Difference(
        name + " of the request object: " + Difference.shorten(parameter.show(ofRequestObject)),
        name + " of the query: " + Difference.shorten(parameter.show(ofQuery)));
  }
}
