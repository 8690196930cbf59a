package dev.authmock.client;

import dev.authmock.check.Evaluation;
import dev.authmock.jwt.JwtRules;
import jakarta.inject.Singleton;

/**
 * Verifies request objects with the keys that their client was registered with.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101#section-6.2">RFC 9101, section 6.2</a>
 */
@Singleton
public class RequestObjectKeys {
  private final ClientKeys keys;

  RequestObjectKeys(ClientKeys keys) {
    this.keys = keys;
  }

  /** Applies the rules of the header, the key and the signature. */
  public void requireSignedBy(ClientId client, JwtRules requestObject, Evaluation evaluation) {
    String kid = requestObject.requireHeader();
    requestObject.requireTypeIfAny("oauth-authz-req+jwt");
    requestObject.requireSignature(
        keys.verify(client, kid, requestObject, KeySourceChecks.OF_REQUEST_OBJECT, evaluation));
  }
}
