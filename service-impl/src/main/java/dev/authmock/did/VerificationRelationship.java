package dev.authmock.did;

/**
 * What the holder of a DID lets one of its keys be used for.
 *
 * @see <a href="https://www.w3.org/TR/did-1.0/#verification-relationships">DID Core §5.3</a>
 */
public enum VerificationRelationship {
  /** To prove to be the holder: ID tokens, presentations, proofs of possession. */
  AUTHENTICATION("authentication"),
  /** To make statements: credentials. */
  ASSERTION_METHOD("assertionMethod");

  private final String property;

  VerificationRelationship(String property) {
    this.property = property;
  }

  /** Its name in a DID document. */
  public String property() {
    return property;
  }
}
