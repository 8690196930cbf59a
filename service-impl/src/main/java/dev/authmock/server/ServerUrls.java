package dev.authmock.server;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Value;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The absolute URLs under which this server is known to its clients.
 *
 * <p>They derive from {@code authmock.base-url}, or where that is not set from the port that the
 * server listens on.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-2">RFC 8414, section 2</a>
 */
@Singleton
public class ServerUrls {
  /** The path of the Auth Mock, the issuer's path. */
  public static final String AUTH_MOCK = "/conformance/v3/auth-mock";

  /** The path of the Issuer Mock. */
  public static final String ISSUER_MOCK = "/conformance/v3/issuer-mock";

  /** The path of the credential endpoint. */
  public static final String CREDENTIAL = ISSUER_MOCK + "/credential";

  /** The path of the deferred credential endpoint. */
  public static final String DEFERRED_CREDENTIAL = ISSUER_MOCK + "/credential_deferred";

  private static final Pattern SECRET_SEGMENTS =
      Pattern.compile("(/issuer-mock/+offers/|/auth-mock/+request_uri/).+");

  private final @Nullable String configuredBase;
  private final BeanProvider<EmbeddedServer> server;
  private volatile @Nullable Known known;

  /**
   * Makes the URLs.
   *
   * @param configuredBase {@code authmock.base-url}: scheme, host and port that clients use, empty
   *     to derive them from the port
   * @param server the running server, asked for its port at the first use
   * @throws IllegalArgumentException if the configured base is not an absolute http(s) URL
   */
  public ServerUrls(
      @Value("${authmock.base-url:}") String configuredBase, BeanProvider<EmbeddedServer> server) {
    this.configuredBase = configuredBase.isBlank() ? null : requireBaseUrl(configuredBase.strip());
    this.server = server;
  }

  /**
   * A path as it may be shown: who knows the whole path of an offer, or of a request to a wallet, can
   * read what is there.
   */
  public static String withoutSecrets(String path) {
    // The expression is slow, and most paths have nothing for it.
    return path.contains("/offers/") || path.contains("/request_uri/")
        ? SECRET_SEGMENTS.matcher(path).replaceFirst("$1{id}")
        : path;
  }

  /** Scheme, host and port, without a slash at the end. */
  public String base() {
    return known().base;
  }

  /** The host by which clients know this server. */
  public String host() {
    return URI.create(base()).getHost();
  }

  /** The issuer URL: {@code iss} of what this server signs, {@code aud} of what is meant for it. */
  public String issuer() {
    return known().issuer;
  }

  /** The token endpoint. */
  public String token() {
    return known().token;
  }

  /** The authorization endpoint. */
  public String authorize() {
    return issuer() + "/authorize";
  }

  /** Where wallets answer the requests of this server. */
  public String directPost() {
    return issuer() + "/direct_post";
  }

  /** The public keys of this server. */
  public String jwks() {
    return issuer() + "/jwks";
  }

  /** Where clients are registered. */
  public String register() {
    return issuer() + "/register";
  }

  /** The journal entry of one request, the {@code instance} of its problem. */
  public String journalEntry(String id) {
    return base() + "/journal/" + id;
  }

  /** The story of one flow. */
  public String flow(String id) {
    return base() + "/flows/" + id;
  }

  /** A request object of this server, where it goes by reference. */
  public String requestObject(String id) {
    return issuer() + "/request_uri/" + id;
  }

  /** The credential issuer's URL: {@code aud} of proofs of possession. */
  public String credentialIssuer() {
    return base() + ISSUER_MOCK;
  }

  /** Where credentials are asked for. */
  public String credential() {
    return base() + CREDENTIAL;
  }

  /** Where deferred credentials are asked for. */
  public String deferredCredential() {
    return base() + DEFERRED_CREDENTIAL;
  }

  /** The public keys that credentials are signed with. */
  public String issuerJwks() {
    return credentialIssuer() + "/jwks";
  }

  /** A credential offer. */
  public String offer(String id) {
    return credentialIssuer() + "/offers/" + id;
  }

  /** The conformance report of one client. */
  public String report(String client) {
    return base() + reportPath(client);
  }

  /** The path of that report, for pages of this server. */
  public static String reportPath(String client) {
    return "/mock/reports/" + URLEncoder.encode(client, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The page of one kind of problem, its {@code type}. */
  public String problemType(String slug) {
    return base() + "/problems/" + slug;
  }

  /** Whether a path is that of an endpoint; as for the router, a slash at its end is none. */
  public static boolean isPathOf(String endpoint, String path) {
    // Asked several times a request: without making the longer path.
    int length = endpoint.length();
    return path.startsWith(endpoint)
        && (path.length() == length || (path.length() == length + 1 && path.charAt(length) == '/'));
  }

  private Known known() {
    Known now = known;
    if (now == null) {
      now = Known.at(configuredBase != null ? configuredBase : localBase(server.get()));
      known = now;
    }
    return now;
  }

  private static String localBase(EmbeddedServer server) {
    return server.getScheme() + "://localhost:" + server.getPort();
  }

  private static String requireBaseUrl(String value) {
    String trimmed = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    try {
      URI uri = new URI(trimmed);
      String scheme = uri.getScheme();
      boolean http = "http".equals(scheme) || "https".equals(scheme);
      if (http && uri.getHost() != null && trimmed.equals(scheme + "://" + hostAndPort(uri))) {
        return trimmed;
      }
    } catch (URISyntaxException e) {
      // Falls through to the same words.
    }
    throw new IllegalArgumentException(
        "authmock.base-url must be a scheme, a host and perhaps a port: https://mock.example");
  }

  /** The authority without user info. */
  private static String hostAndPort(URI uri) {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  /** What each token request asks for several times. */
  private record Known(String base, String issuer, String token) {
    static Known at(String base) {
      String issuer = base + AUTH_MOCK;
      return new Known(base, issuer, issuer + "/token");
    }
  }
}
