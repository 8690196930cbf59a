package dev.authmock.authorize;

import static dev.authmock.authorize.AuthorizationParameter.AUTHORIZATION_DETAILS;

import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.Check;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.client.RedirectTarget;
import dev.authmock.credential.CredentialType;
import dev.authmock.credential.CredentialTypes;
import dev.authmock.json.JsonArrays;
import dev.authmock.json.JsonMembers;
import dev.authmock.json.Member;
import dev.authmock.json.NotJsonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The rules of the form of authorization_details; members that nobody here knows are kept as they
 * came.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9396#section-5">RFC 9396, section 5</a>
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-5.1.1">OpenID4VCI
 *     draft 11, section 5.1.1</a>
 */
final class AuthorizationDetailsRules {
  static final String TYPE = "openid_credential";

  private static final int MAX_DETAILS = 20;
  private static final int MAX_LENGTH = 8192;

  private final Evaluation evaluation;
  private final List<Map<String, Object>> details;

  private AuthorizationDetailsRules(List<Map<String, Object>> details, Evaluation evaluation) {
    this.details = details;
    this.evaluation = evaluation;
  }

  /** Applies them all, and gives what is asked for. */
  static RequestedCredentials require(AuthorizationRequest request, Evaluation evaluation) {
    Object sent = evaluation.requirePresent(
        AuthorizeCheck.AUTHORIZATION_DETAILS_PRESENT,
        request.json(AUTHORIZATION_DETAILS),
        "authorization_details");
    List<Map<String, Object>> details = objects(sent, evaluation);
    int length = Json.text(sent).length();
    evaluation.require(
        AuthorizeCheck.AUTHORIZATION_DETAILS_SIZE,
        length <= MAX_LENGTH,
        () -> new Difference("at most " + MAX_LENGTH + " characters", length + " characters"));
    return new AuthorizationDetailsRules(details, evaluation).require();
  }

  private static List<Map<String, Object>> objects(Object sent, Evaluation evaluation) {
    List<@Nullable Object> elements = elements(sent, evaluation);
    List<Map<String, Object>> objects = new ArrayList<>();
    elements.forEach(element -> Json.object(element).ifPresent(objects::add));
    evaluation.require(
        AuthorizeCheck.AUTHORIZATION_DETAILS_JSON,
        objects.size() == elements.size(),
        () -> new Difference("an array of objects", "an array of other things"));
    return objects;
  }

  @SuppressWarnings("unchecked") // of whatever
  private static List<@Nullable Object> elements(Object sent, Evaluation evaluation) {
    if (sent instanceof List<?> list) {
      return (List<@Nullable Object>) list;
    }
    try {
      return JsonArrays.parse(Json.text(sent));
    } catch (NotJsonException e) {
      throw evaluation.refuse(
          AuthorizeCheck.AUTHORIZATION_DETAILS_JSON,
          new Difference("a JSON array", "something that " + e.predicate()));
    }
  }

  private RequestedCredentials require() {
    evaluation.require(
        AuthorizeCheck.AUTHORIZATION_DETAILS_COUNT,
        !details.isEmpty() && details.size() <= MAX_DETAILS,
        () -> new Difference("1 to " + MAX_DETAILS + " elements", details.size() + " elements"));
    requireEach(
        AuthorizeCheck.AUTHORIZATION_DETAILS_TYPE,
        detail -> TYPE.equals(detail.get("type")),
        Difference.show(TYPE),
        "type");
    requireEach(
        AuthorizeCheck.AUTHORIZATION_DETAILS_FORMAT,
        detail -> JsonMembers.string(detail, "format")
            .value()
            .filter(CredentialType.FORMATS::contains)
            .isPresent(),
        "jwt_vc or jwt_vc_json",
        "format");
    requireEach(
        AuthorizeCheck.AUTHORIZATION_DETAILS_TYPES,
        detail -> type(detail).isPresent(),
        "such as " + CredentialTypes.all().get(0).types(),
        "types");
    requireEach(
        AuthorizeCheck.AUTHORIZATION_DETAILS_LOCATIONS,
        AuthorizationDetailsRules::hasGoodLocations,
        "URLs such as https://issuer.example",
        "locations");
    return new RequestedCredentials(
        details.stream().map(AuthorizationDetailsRules::distinctLocations).toList(),
        details.stream().flatMap(detail -> type(detail).stream()).toList());
  }

  private void requireEach(
      Check check, Predicate<Map<String, Object>> rule, String expected, String member) {
    Optional<Map<String, Object>> wrong = details.stream().filter(rule.negate()).findFirst();
    evaluation.require(
        check,
        wrong.isEmpty(),
        () -> Difference.of(expected, wrong.map(detail -> detail.get(member)).orElse(null)));
  }

  private static Optional<CredentialType> type(Map<String, Object> detail) {
    return JsonMembers.strings(detail, "types").value().flatMap(CredentialTypes::withTypes);
  }

  private static boolean hasGoodLocations(Map<String, Object> detail) {
    Member<List<String>> locations = JsonMembers.strings(detail, "locations");
    return locations.isAbsent()
        || locations
            .value()
            .filter(urls -> urls.stream().allMatch(RedirectTarget::isHttpUrl))
            .isPresent();
  }

  /** A known wallet sends one location twice, and means it once. */
  private static Map<String, Object> distinctLocations(Map<String, Object> detail) {
    Map<String, Object> clean = new LinkedHashMap<>(detail);
    clean.computeIfPresent(
        "locations", (name, urls) -> ((List<?>) urls).stream().distinct().toList());
    return clean;
  }
}
