package dev.authmock.fault;

import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The members of a JSON answer that is being changed. */
final class AnswerMembers {
  /** A compact JWS whose header begins as that of each JWT does. */
  static final String JWT = "eyJ[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+";

  private static final Pattern WHOLE_JWT = Pattern.compile(JWT);
  private static final String C_NONCE = "c_nonce";

  /** The members in which this server signs something. */
  private static final Set<String> SIGNED = Set.of("access_token", "id_token", "credential");

  private final Map<String, JsonNode> members = new LinkedHashMap<>();
  private final Set<String> changed = new LinkedHashSet<>();
  private final Predicate<CharSequence> isOurs;

  /**
   * The members of an object; of anything else there are none.
   *
   * @param isOurs whether this server signed a text
   */
  AnswerMembers(JsonNode json, Predicate<CharSequence> isOurs) {
    this.isOurs = isOurs;
    if (json.isObject()) {
      json.entries().forEach(member -> members.put(member.getKey(), member.getValue()));
    }
  }

  /** Whether a text is a JWT. */
  static boolean isJwt(CharSequence text) {
    return WHOLE_JWT.matcher(text).matches();
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  boolean has(String member) {
    return members.containsKey(member);
  }

  /** Adds a member, or puts it in the place of one that is there. */
  void put(String member, JsonNode value) {
    members.put(member, value);
    changed.add(member);
  }

  /** Leaves a member out, if it is there. */
  void remove(String member) {
    if (members.remove(member) != null) {
      changed.add(member);
    }
  }

  /** Whether that member has a JWT; any, where none is named. */
  boolean hasJwt(@Nullable String only) {
    return members.entrySet().stream().anyMatch(member -> isJwt(member, only));
  }

  /** Puts others in the place of those JWTs. */
  void changeJwts(@Nullable String only, UnaryOperator<String> change) {
    for (Map.Entry<String, JsonNode> member : members.entrySet()) {
      if (isJwt(member, only)) {
        String jwt = change.apply(member.getValue().getStringValue());
        member.setValue(JsonNode.createStringNode(jwt));
        changed.add(member.getKey());
      }
    }
  }

  boolean isChanged() {
    return !changed.isEmpty();
  }

  JsonNode json() {
    return JsonNode.createObjectNode(members);
  }

  /** Has the journal tell what goes out, and not what would have. */
  void noteOn(Evaluation evaluation, JsonMapper json) throws IOException {
    for (String member : changed) {
      JsonNode value = members.get(member);
      evaluation.forgetAnswer(member);
      if (value == null) {
        continue;
      }
      String text = value.isString() ? value.getStringValue() : json.writeValueAsString(value);
      if (isJwt(text)) {
        evaluation.noteAnswerJwt(member, text);
      } else {
        evaluation.noteAnswer(
            member, member.equals(C_NONCE) ? Fingerprint.of(text) : Difference.shorten(text));
      }
    }
  }

  private boolean isJwt(Map.Entry<String, JsonNode> member, @Nullable String only) {
    return (only == null ? SIGNED.contains(member.getKey()) : only.equals(member.getKey()))
        && member.getValue().isString()
        && isOurs.test(member.getValue().getStringValue());
  }
}
