package dev.authmock.body;

import io.micronaut.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Reads the query of a request by the rules of a form, where the framework sees neither repeated
 * parameters nor bad encodings.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.1">RFC 6749, section 3.1</a>
 */
public final class QueryParameters {
  private QueryParameters() {}

  /**
   * The parameters, in the order in which they were sent, without those that were sent empty.
   *
   * @throws dev.authmock.check.RefusedException if one is repeated, or is no percent-encoded UTF-8
   */
  public static Map<String, String> of(HttpRequest<?> request) {
    String query = request.getUri().getRawQuery();
    return FormParser.parse(
        query == null ? new byte[0] : query.getBytes(StandardCharsets.ISO_8859_1));
  }
}
