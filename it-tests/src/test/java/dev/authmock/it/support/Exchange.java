package dev.authmock.it.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One request and its answer.
 *
 * @param requestHeaders as they were set, names in lower case
 * @param headers of the answer, names in lower case
 */
public record Exchange(
    String method,
    URI uri,
    Map<String, List<String>> requestHeaders,
    byte[] requestBody,
    int status,
    Map<String, List<String>> headers,
    String body) {

  /** A header of the answer. */
  public Optional<String> header(String name) {
    return first(headers, name);
  }

  /** A header of the request. */
  public Optional<String> requestHeader(String name) {
    return first(requestHeaders, name);
  }

  /** The media type of the answer without its parameters. */
  public String mediaType() {
    return header("content-type").map(type -> type.split(";", 2)[0].strip()).orElse("");
  }

  /** The body of the answer as JSON. */
  public JsonNode json() {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + this, e);
    }
  }

  /** The body of the request as text. */
  public String requestText() {
    return new String(requestBody, StandardCharsets.UTF_8);
  }

  private static Optional<String> first(Map<String, List<String>> headers, String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
        .findFirst();
  }

  @Override
  public String toString() {
    String sent = requestText();
    return "%s %s %s%n%s%n-> %d %s%n%s"
        .formatted(
            method,
            uri,
            requestHeaders,
            sent.length() > 2000 ? sent.substring(0, 2000) + "..." : sent,
            status,
            headers,
            body);
  }
}
