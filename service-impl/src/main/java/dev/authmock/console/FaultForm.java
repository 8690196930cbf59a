package dev.authmock.console;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.api.control.model.Endpoint;
import dev.authmock.api.control.model.FaultKind;
import dev.authmock.api.control.model.FaultOrder;
import dev.authmock.api.control.model.FaultOrder.TokenEnum;
import dev.authmock.api.control.model.ProblemSlug;
import dev.authmock.api.control.model.RequestMatch;
import io.micronaut.json.JsonMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form that injects a fault, as it was filled in.
 *
 * @param kind which kind of fault it is for
 * @param sent what stands in its fields
 */
public record FaultForm(FaultKind kind, Map<String, String> sent) {

  static FaultForm of(Map<String, String> sent) {
    FaultKind kind = sent.containsKey("kind")
        ? Forms.oneOf("kind", sent.get("kind"), FaultKind::fromValue)
        : FaultKind.PROBLEM;
    return new FaultForm(kind == null ? FaultKind.PROBLEM : kind, sent);
  }

  /** What stands in a field. */
  public String value(String field) {
    return sent.getOrDefault(field, "");
  }

  /** Whether the kind is one that hits the JWTs of an answer. */
  public boolean isOfJwts() {
    return kind == FaultKind.BROKEN_SIGNATURE
        || kind == FaultKind.WRONG_KID
        || kind == FaultKind.EXPIRED_TOKEN;
  }

  /**
   * The order.
   *
   * @throws dev.authmock.check.RefusedException if a field can't be read
   */
  FaultOrder order(JsonMapper json) {
    FaultOrder order = new FaultOrder()
        .kind(kind)
        .name(sent.get("name"))
        .match(match())
        .lifetime(Forms.number("lifetime", sent.get("lifetime")));
    if ("every".equals(sent.get("hits"))) {
      order.every(true);
    } else {
      order.times(Forms.number("times", sent.get("times")));
    }
    switch (kind) {
      case PROBLEM ->
        order
            .problem(Forms.oneOf("problem", sent.get("problem"), ProblemSlug::fromValue))
            .error(Forms.oneOf("error", sent.get("error"), OAuthErrorCode::fromValue));
      case DELAY -> order.delayMs(Forms.number("delay_ms", sent.get("delay_ms")));
      case SHORT_EXPIRES_IN -> order.expiresIn(Forms.number("expires_in", sent.get("expires_in")));
      case EXTRA_MEMBERS -> order.members(Forms.object("members", sent.get("members"), json));
      case MISSING_MEMBERS -> order.missing(names(sent.get("missing")));
      case BROKEN_SIGNATURE, WRONG_KID, EXPIRED_TOKEN ->
        order.token(Forms.oneOf("token", sent.get("token"), TokenEnum::fromValue));
      default -> {
        // A connection that is cut off, or a wrong c_nonce, needs no more words.
      }
    }
    return order;
  }

  private @Nullable RequestMatch match() {
    if (value("endpoint").isEmpty()
        && value("grant_type").isEmpty()
        && value("client_id").isEmpty()) {
      return null;
    }
    return new RequestMatch()
        .endpoint(Forms.oneOf("endpoint", sent.get("endpoint"), Endpoint::fromValue))
        .grantType(sent.get("grant_type"))
        .clientId(sent.get("client_id"));
  }

  private static @Nullable List<String> names(@Nullable String text) {
    return text == null
        ? null
        : Arrays.stream(text.split("[\\s,]+", -1))
            .filter(name -> !name.isEmpty())
            .toList();
  }
}
