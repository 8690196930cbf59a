package dev.authmock.authorize;

import static dev.authmock.authorize.AuthorizationParameter.CLIENT_ID;

import dev.authmock.check.Evaluation;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An authorization request: its query, and then what its request object says.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1">RFC 6749, section 4.1.1</a>
 */
final class AuthorizationRequest {
  private final Map<AuthorizationParameter, Object> values;

  private AuthorizationRequest(Map<AuthorizationParameter, Object> values) {
    this.values = values;
  }

  /** The request of a query in which nothing is repeated or empty. */
  static AuthorizationRequest of(Map<String, String> query) {
    Map<AuthorizationParameter, Object> values = new EnumMap<>(AuthorizationParameter.class);
    for (AuthorizationParameter parameter : AuthorizationParameter.values()) {
      String value = query.get(parameter.wireName());
      if (value != null) {
        values.put(parameter, value);
      }
    }
    return new AuthorizationRequest(values);
  }

  /** The parameters of which the request object has to have a twin. */
  Stream<AuthorizationParameter> toBeSigned() {
    return values.keySet().stream().filter(parameter -> !parameter.mayStandBesideRequestObject());
  }

  /** The same request with what its request object says, which has a twin of all that counts. */
  AuthorizationRequest with(Map<AuthorizationParameter, Object> ofRequestObject) {
    Map<AuthorizationParameter, Object> all = new EnumMap<>(values);
    all.putAll(ofRequestObject);
    return new AuthorizationRequest(all);
  }

  /** A parameter that is a text. */
  @Nullable
  String text(AuthorizationParameter parameter) {
    return values.get(parameter) instanceof String text ? text : null;
  }

  /** A parameter that is JSON: a text of it, or a list or map. */
  @Nullable
  Object json(AuthorizationParameter parameter) {
    return values.get(parameter);
  }

  /** Notes what came, secrets as fingerprints. */
  void noteOn(Evaluation evaluation) {
    evaluation.noteClient(text(CLIENT_ID));
    values.forEach((parameter, value) ->
        evaluation.note(parameter.wireName(), parameter.show(Json.text(value))));
  }

  /** Says nothing of the secrets. */
  @Override
  public String toString() {
    return "AuthorizationRequest" + values.keySet();
  }
}
