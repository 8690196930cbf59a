package dev.authmock.fetch;

import dev.authmock.fetch.FetchException.Reason;
import java.net.URI;

/**
 * Says where a redirect goes, which must be the host that the URL named.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.2">RFC 9110 §10.2.2</a>
 */
final class Redirect {

  private Redirect() {}

  static URI target(URI from, String location, Origin origin) throws FetchException {
    URI target;
    try {
      target = from.resolve(location);
    } catch (IllegalArgumentException e) {
      throw new FetchException(
          Reason.REDIRECTED_ELSEWHERE, origin + " redirected to something that is no URL");
    }
    if (!isAt(origin, target)) {
      throw new FetchException(
          Reason.REDIRECTED_ELSEWHERE,
          origin + " redirected to another scheme, host or port, which is not followed");
    }
    return target;
  }

  private static boolean isAt(Origin origin, URI target) {
    try {
      return Origin.of(target).equals(origin);
    } catch (FetchException e) {
      return false;
    }
  }
}
