package dev.authmock.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A client identifier of one of the two kinds that this server knows.
 *
 * @param value as it was sent
 * @param kind which kind of client it names
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-2.2">RFC 6749, section 2.2</a>
 */
public record ClientId(String value, Kind kind) {
  private static final Pattern DID_KEY = Pattern.compile("did:key:z[1-9A-HJ-NP-Za-km-z]+");

  /** The kinds of clients. */
  public enum Kind {
    /** A wallet or issuer service: its id is the URL that it was registered under. */
    SERVICE_WALLET,
    /** A person's wallet: its id is a did:key. */
    HOLDER_WALLET
  }

  /** The identifier, if it is an http(s) URL or a did:key. */
  public static Optional<ClientId> parse(String value) {
    if (value.startsWith("did:")) {
      return DID_KEY.matcher(value).matches()
          ? Optional.of(new ClientId(value, Kind.HOLDER_WALLET))
          : Optional.empty();
    }
    return isHttpUrl(value)
        ? Optional.of(new ClientId(value, Kind.SERVICE_WALLET))
        : Optional.empty();
  }

  /** Whether the client has to be registered, and to authenticate with an assertion. */
  public boolean isServiceWallet() {
    return kind == Kind.SERVICE_WALLET;
  }

  /** Whether this is an http(s) URL with a host. */
  static boolean isHttpUrl(String value) {
    try {
      URI uri = new URI(value);
      String scheme = uri.getScheme();
      return ("https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme))
          && uri.getHost() != null;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
