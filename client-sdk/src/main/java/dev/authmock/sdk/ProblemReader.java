package dev.authmock.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells an error of the contract from what proxies and other servers say, and reads it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457#section-3.1">RFC 9457, section 3.1</a>
 */
final class ProblemReader {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final URI ABOUT_BLANK = URI.create("about:blank");

  private static final Set<String> KNOWN = Set.of(
      "type", "title", "status", "detail", "instance", "error", "error_description", "check");

  private ProblemReader() {}

  /**
   * Reads an error answer, unless it is none of the contract.
   *
   * @param status the HTTP status; the member of that name is only its copy
   * @param contentType the Content-Type of the answer, or an empty string
   * @param body the body, or an empty string
   */
  static Optional<ProblemDetails> read(int status, String contentType, String body) {
    String mediaType = MediaType.of(contentType);
    boolean problemJson = mediaType.equals("application/problem+json");
    if (!problemJson && !mediaType.equals("application/json")) {
      return Optional.empty();
    }
    JsonNode json;
    try {
      json = MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    // Anybody may answer with plain JSON; ours has a title, an ordinary OAuth server's has an
    // error.
    if (!json.isObject() || !(problemJson || json.has("title") || json.has("error"))) {
      return Optional.empty();
    }
    return Optional.of(problem(status, json));
  }

  private static ProblemDetails problem(int status, JsonNode json) {
    URI type = uri(json, "type");
    String title = text(json, "title");
    String detail = text(json, "detail");
    return new ProblemDetails(
        type == null ? ABOUT_BLANK : type,
        title == null ? "" : title,
        status,
        detail == null ? "" : detail,
        uri(json, "instance"),
        text(json, "error"),
        text(json, "error_description"),
        text(json, "check"),
        extensions(json));
  }

  /** A member of another type counts as not there (RFC 9457, section 3.1). */
  private static @Nullable String text(JsonNode json, String name) {
    JsonNode member = json.get(name);
    return member != null && member.isTextual() ? member.textValue() : null;
  }

  private static @Nullable URI uri(JsonNode json, String name) {
    String text = text(json, name);
    try {
      return text == null ? null : new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static Map<String, Object> extensions(JsonNode json) {
    Map<String, Object> extensions = new LinkedHashMap<>();
    json.properties().stream()
        .filter(member -> !KNOWN.contains(member.getKey()) && !member.getValue().isNull())
        .forEach(member ->
            extensions.put(member.getKey(), MAPPER.convertValue(member.getValue(), Object.class)));
    return extensions;
  }
}
