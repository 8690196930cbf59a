package dev.authmock.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser or a wallet may be sent: absolute URIs without fragment or user info, and of no
 * scheme that runs code.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-3.1.2">RFC 6749, section 3.1.2</a>
 */
public final class RedirectTarget {
  private static final Set<String> SCHEMES_THAT_RUN_CODE = Set.of(
      "javascript", "data", "vbscript", "blob", "file", "about", "filesystem", "view-source");

  /** What wallet apps have, and java.net.URI does not take. */
  private static final Pattern BARE_SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:(//)?");

  private static final int MAX_PORT = 65_535;

  private static final Pattern ASCII = Pattern.compile("[!-~]+");

  private RedirectTarget() {}

  /** Whether this is such a URI. */
  public static boolean isAllowed(@Nullable String value) {
    if (value == null || !ASCII.matcher(value).matches()) {
      return false;
    }
    if (BARE_SCHEME.matcher(value).matches()) {
      String scheme = value.substring(0, value.indexOf(':'));
      return isHarmless(scheme) && !isHttp(scheme);
    }
    try {
      URI uri = new URI(value);
      return uri.isAbsolute()
          && uri.getRawFragment() == null
          && !hasUserInfo(uri)
          && isHarmless(uri.getScheme())
          && (!isHttp(uri.getScheme()) || hasHost(uri));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** Whether this is such a URI of a web page. */
  public static boolean isHttpUrl(@Nullable String value) {
    return isAllowed(value) && value != null && isHttp(value.substring(0, value.indexOf(':')));
  }

  /** A host with an underscore is one all the same, though java.net.URI tells none. */
  private static boolean hasHost(URI uri) {
    return uri.getRawAuthority() != null
        && !uri.getRawAuthority().startsWith(":")
        && uri.getPort() <= MAX_PORT;
  }

  /** Of an authority that is no host and port, java.net.URI tells no user info. */
  private static boolean hasUserInfo(URI uri) {
    return uri.getRawAuthority() != null && uri.getRawAuthority().indexOf('@') >= 0;
  }

  private static boolean isHarmless(String scheme) {
    return !SCHEMES_THAT_RUN_CODE.contains(scheme.toLowerCase(Locale.ROOT));
  }

  private static boolean isHttp(String scheme) {
    return scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https");
  }
}
