package dev.authmock.journal;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.api.conformance.model.Problem;
import dev.authmock.check.Check;
import dev.authmock.check.Checks;
import dev.authmock.check.Difference;
import dev.authmock.check.Finding;
import dev.authmock.check.UnsignedJwt;
import dev.authmock.json.JsonObjects;
import dev.authmock.json.JsonWriting;
import dev.authmock.json.NotJsonException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Journal entries as JSON, for the other nodes: what they may show, and so no secret either. */
final class EntryJson {
  private static final Map<String, Check> CHECKS =
      Checks.all().stream().collect(Collectors.toMap(Check::id, Function.identity()));

  private EntryJson() {}

  static String write(JournalEntry entry) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("id", entry.id());
    json.put("received_at", entry.receivedAt().toString());
    json.put("nanos", entry.duration().toNanos());
    json.put("method", entry.method());
    json.put("path", entry.path());
    json.put("flow", entry.flowId());
    json.put("client", entry.clientId());
    json.put("type", entry.credentialType());
    json.put("parameters", entry.parameters());
    json.put("jwts", entry.jwts().stream().map(EntryJson::jwt).toList());
    json.put("answer", entry.answer());
    json.put("answer_jwts", entry.answerJwts().stream().map(EntryJson::jwt).toList());
    json.put("faults", entry.faults());
    json.put("status", entry.status());
    json.put("problem", entry.problem() == null ? null : problem(entry.problem()));
    json.put("findings", entry.findings().stream().map(EntryJson::finding).toList());
    return JsonWriting.text(json);
  }

  /** The entry; nothing where another version of this program wrote something else. */
  static Optional<JournalEntry> read(String text) {
    try {
      return Optional.of(entry(JsonObjects.parse(text)));
    } catch (NotJsonException | RuntimeException e) {
      return Optional.empty();
    }
  }

  private static JournalEntry entry(Map<String, ?> json) {
    return new JournalEntry(
        text(json, "id"),
        Instant.parse(text(json, "received_at")),
        Duration.ofNanos(number(json, "nanos")),
        text(json, "method"),
        text(json, "path"),
        optional(json, "flow"),
        optional(json, "client"),
        optional(json, "type"),
        texts(json, "parameters"),
        list(json, "jwts", EntryJson::jwt),
        texts(json, "answer"),
        list(json, "answer_jwts", EntryJson::jwt),
        list(json, "faults", String.class::cast),
        (int) number(json, "status"),
        json.get("problem") == null ? null : problem(object(json.get("problem"))),
        list(json, "findings", EntryJson::finding));
  }

  private static Map<String, Object> jwt(UnsignedJwt jwt) {
    return Map.of("name", jwt.name(), "encoded", jwt.encoded());
  }

  private static UnsignedJwt jwt(Object json) {
    return new UnsignedJwt(text(object(json), "name"), text(object(json), "encoded"));
  }

  private static Map<String, Object> finding(Finding finding) {
    Difference difference = finding.difference();
    return difference == null
        ? Map.of("check", finding.check().id())
        : Map.of(
            "check",
            finding.check().id(),
            "expected",
            difference.expected(),
            "actual",
            difference.actual());
  }

  private static Finding finding(Object json) {
    Map<String, ?> members = object(json);
    String expected = optional(members, "expected");
    return new Finding(
        Objects.requireNonNull(CHECKS.get(text(members, "check"))),
        expected == null ? null : new Difference(expected, text(members, "actual")));
  }

  private static Map<String, @Nullable Object> problem(Problem problem) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", problem.getType());
    json.put("title", problem.getTitle());
    json.put("status", problem.getStatus());
    json.put("detail", problem.getDetail());
    json.put("instance", problem.getInstance());
    json.put("error", problem.getError() == null ? null : problem.getError().getValue());
    json.put("error_description", problem.getErrorDescription());
    json.put("check", problem.getCheck());
    return json;
  }

  private static Problem problem(Map<String, ?> json) {
    String error = optional(json, "error");
    Problem problem = new Problem()
        .title(text(json, "title"))
        .status((int) number(json, "status"))
        .detail(text(json, "detail"));
    problem.setType(optional(json, "type"));
    problem.setInstance(optional(json, "instance"));
    problem.setError(error == null ? null : OAuthErrorCode.fromValue(error));
    problem.setErrorDescription(optional(json, "error_description"));
    problem.setCheck(optional(json, "check"));
    return problem;
  }

  private static String text(Map<String, ?> json, String name) {
    return (String) Objects.requireNonNull(json.get(name));
  }

  private static @Nullable String optional(Map<String, ?> json, String name) {
    return (String) json.get(name);
  }

  private static long number(Map<String, ?> json, String name) {
    return ((Number) Objects.requireNonNull(json.get(name))).longValue();
  }

  private static Map<String, String> texts(Map<String, ?> json, String name) {
    Map<String, String> texts = new LinkedHashMap<>();
    object(json.get(name)).forEach((key, value) -> texts.put(key, (String) value));
    return texts;
  }

  private static <T> List<T> list(Map<String, ?> json, String name, Function<Object, T> read) {
    List<T> list = new ArrayList<>();
    ((List<?>) Objects.requireNonNull(json.get(name))).forEach(each -> list.add(read.apply(each)));
    return List.copyOf(list);
  }

  @SuppressWarnings("unchecked") // JSON has no other names than strings
  private static Map<String, Object> object(@Nullable Object json) {
    return (Map<String, Object>) Objects.requireNonNull(json);
  }
}
