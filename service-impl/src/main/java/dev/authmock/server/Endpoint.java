package dev.authmock.server;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The endpoints of the Auth Mock and the Issuer Mock, by the names that the control API has for them. */
public enum Endpoint {
  /** Where a client asks for a code. */
  AUTHORIZE(ServerUrls.AUTH_MOCK + "/authorize"),
  /** Where a wallet reads what it is asked for. */
  REQUEST_OBJECT(ServerUrls.AUTH_MOCK + "/request_uri/"),
  /** Where a wallet answers. */
  DIRECT_POST(ServerUrls.AUTH_MOCK + "/direct_post"),
  /** Where a code becomes tokens. */
  TOKEN(ServerUrls.AUTH_MOCK + "/token"),
  /** Where an offer is asked for. */
  INITIATE_OFFER(ServerUrls.ISSUER_MOCK + "/initiate-credential-offer"),
  /** Where an offer is read. */
  CREDENTIAL_OFFER(ServerUrls.ISSUER_MOCK + "/offers/"),
  /** Where an access token becomes a credential. */
  CREDENTIAL(ServerUrls.CREDENTIAL),
  /** Where an acceptance_token becomes a credential. */
  DEFERRED_CREDENTIAL(ServerUrls.DEFERRED_CREDENTIAL),
  /** Where clients register and manage their registration. */
  REGISTRATION(ServerUrls.AUTH_MOCK + "/register", ServerUrls.AUTH_MOCK + "/register/"),
  /** The metadata of the authorization server. */
  SERVER_METADATA(
      ServerUrls.AUTH_MOCK + "/.well-known/openid-configuration",
      "/.well-known/oauth-authorization-server" + ServerUrls.AUTH_MOCK),
  /** The public keys of the authorization server. */
  JWKS(ServerUrls.AUTH_MOCK + "/jwks"),
  /** The metadata of the credential issuer. */
  ISSUER_METADATA(ServerUrls.ISSUER_MOCK + "/.well-known/openid-credential-issuer"),
  /** The public keys of the credential issuer. */
  ISSUER_JWKS(ServerUrls.ISSUER_MOCK + "/jwks");

  private static final Endpoint[] ALL = values();

  private final String[] paths;

  Endpoint(String... paths) {
    this.paths = paths;
  }

  /** Its name in the contract. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The endpoint that answers at a path. */
  public static Optional<Endpoint> at(String path) {
    // Asked several times a request: a loop takes a fraction of the time of a stream.
    for (Endpoint endpoint : ALL) {
      if (endpoint.isAt(path)) {
        return Optional.of(endpoint);
      }
    }
    return Optional.empty();
  }

  /** The endpoint with this name. */
  public static Optional<Endpoint> byId(String id) {
    return Arrays.stream(values()).filter(endpoint -> endpoint.id().equals(id)).findFirst();
  }

  /** A path that ends in a slash has one more segment, an id. */
  private boolean isAt(String path) {
    for (String known : paths) {
      boolean isHere = known.endsWith("/")
          ? path.startsWith(known) && path.length() > known.length()
          : ServerUrls.isPathOf(known, path);
      if (isHere) {
        return true;
      }
    }
    return false;
  }
}
