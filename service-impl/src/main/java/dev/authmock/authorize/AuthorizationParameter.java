package dev.authmock.authorize;

import dev.authmock.check.Difference;
import dev.authmock.check.Fingerprint;
import java.util.function.UnaryOperator;

/**
 * The parameters of an authorization request that mean something here; others are ignored.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.1">RFC 6749, section 4.1.1</a>
 */
enum AuthorizationParameter {
  RESPONSE_TYPE("response_type"),
  CLIENT_ID("client_id"),
  REDIRECT_URI("redirect_uri"),
  SCOPE("scope"),
  STATE("state", Fingerprint::of),
  NONCE("nonce", Fingerprint::of),
  CODE_CHALLENGE("code_challenge"),
  CODE_CHALLENGE_METHOD("code_challenge_method"),
  AUTHORIZATION_DETAILS("authorization_details"),
  ISSUER_STATE("issuer_state", Fingerprint::of),
  CLIENT_METADATA("client_metadata"),
  REQUEST("request", Fingerprint::of),
  REQUEST_URI("request_uri");

  private final String wireName;
  private final UnaryOperator<String> shown;

  AuthorizationParameter(String wireName) {
    this(wireName, Difference::shorten);
  }

  AuthorizationParameter(String wireName, UnaryOperator<String> shown) {
    this.wireName = wireName;
    this.shown = shown;
  }

  /** The name in requests. */
  String wireName() {
    return wireName;
  }

  /** The value as the journal may show it. */
  String show(String value) {
    return shown.apply(value);
  }

  /** Whether the value is JSON, which a request object need not put into a string. */
  boolean isJson() {
    return this == AUTHORIZATION_DETAILS || this == CLIENT_METADATA;
  }

  /**
   * Whether a client that signs its request may leave it to the query: which client it is, and what is
   * the same in all requests.
   */
  boolean mayStandBesideRequestObject() {
    return isOfRequestObject() || this == CLIENT_ID || this == RESPONSE_TYPE || this == SCOPE;
  }

  /** Whether it leads to the request object, and so can't stand in one. */
  boolean isOfRequestObject() {
    return this == REQUEST || this == REQUEST_URI;
  }
}
