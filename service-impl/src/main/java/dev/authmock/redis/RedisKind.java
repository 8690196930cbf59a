package dev.authmock.redis;

/** What the keys of this server hold; each is a part of their names. */
public enum RedisKind {
  /** Authorization codes. */
  AUTHORIZATION_CODE("authorization-code"),
  /** Pre-authorized codes. */
  PRE_AUTHORIZED_CODE("pre-authorized-code"),
  /** Authorization requests that wait for the wallet's answer. */
  AUTHORIZATION_REQUEST("authorization-request"),
  /** What the {@code issuer_state}s of offers stand for. */
  ISSUER_STATE("issuer-state"),
  /** The c_nonces of access tokens. */
  CREDENTIAL_NONCES("c-nonces"),
  /** The {@code jti}s of client assertions. */
  ASSERTION_ID("assertion-id"),
  /** Requests of this server to wallets. */
  REQUEST_OBJECT("request-object"),
  /** Credentials that come later. */
  DEFERRED_CREDENTIAL("deferred-credential"),
  /** Credential offers. */
  CREDENTIAL_OFFER("credential-offer"),
  /** Registered clients. */
  CLIENTS("clients"),
  /** The journal, which tells the other nodes that it was cleared; so its reset is its own. */
  JOURNAL("journal", true),
  /** Keys that this server signs with; a reset leaves them. */
  SIGNING_KEYS("signing-keys", true),
  /** What is written to see whether it can be. */
  PROBE("probe", true);

  private final String id;
  private final boolean isLasting;

  RedisKind(String id) {
    this(id, false);
  }

  RedisKind(String id, boolean isLasting) {
    this.id = id;
    this.isLasting = isLasting;
  }

  /** Its part of the names. */
  String id() {
    return id;
  }

  /** Whether a reset leaves it. */
  boolean isLasting() {
    return isLasting;
  }
}
