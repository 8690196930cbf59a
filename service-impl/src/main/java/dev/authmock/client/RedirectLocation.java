package dev.authmock.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The {@code Location} of a redirect: a target, and the parameters that go there in its query.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2">RFC 6749, section 4.1.2</a>
 */
public final class RedirectLocation {
  private static final Pattern SCHEME_ALONE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");

  private RedirectLocation() {}

  /**
   * The target with these parameters, in their order, after those that it has; a bare scheme such as
   * {@code openid:} gets {@code //} before the query.
   */
  public static String of(String target, Map<String, String> parameters) {
    String slashes = SCHEME_ALONE.matcher(target).matches() ? "//" : "";
    String query = parameters.entrySet().stream()
        .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
        .collect(Collectors.joining("&"));
    return target + slashes + separator(target) + query;
  }

  private static String separator(String target) {
    if (target.indexOf('?') < 0) {
      return "?";
    }
    return target.endsWith("?") || target.endsWith("&") ? "" : "&";
  }

  /** Not every reader of a URL takes a plus for a space. */
  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
