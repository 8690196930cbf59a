package dev.authmock.sdk;

import dev.authmock.sdk.invoker.ApiClient;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes and reads what stands behind the question mark of a URL.
 *
 * <p>By hand, since {@link java.net.URI} knows no {@code openid://?state=…}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-B">RFC 6749, appendix B</a>
 */
final class QueryString {

  private QueryString() {}

  static String of(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(p -> ApiClient.urlEncode(p.getKey()) + "=" + ApiClient.urlEncode(p.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** The parameters of a URL, in order. */
  static Map<String, String> parametersOf(String url) {
    int question = url.indexOf('?');
    String query = question < 0 ? "" : url.substring(question + 1).replaceFirst("#.*", "");
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String pair : query.split("&")) {
      String[] parts = pair.split("=", 2);
      String name = decode(parts[0]);
      String value = parts.length == 1 ? "" : decode(parts[1]);
      if (!name.isEmpty() && parameters.put(name, value) != null) {
        throw new IllegalArgumentException("the URL has the parameter " + name + " twice");
      }
    }
    return parameters;
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
