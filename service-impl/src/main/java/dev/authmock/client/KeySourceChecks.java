package dev.authmock.client;

import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.Check;
import dev.authmock.check.ClientCheck;

/**
 * The rules of fetching a client's keys, as they are called for one use of them.
 *
 * @param reachable that they can be fetched
 * @param readable that they are a JWK set
 * @param ofPublicKeys that none of them is private
 */
record KeySourceChecks(Check reachable, Check readable, Check ofPublicKeys) {
  /** To verify what a client authenticates with. */
  static final KeySourceChecks OF_CLIENT_ASSERTION = new KeySourceChecks(
      ClientCheck.CLIENT_KEYS_REACHABLE,
      ClientCheck.CLIENT_KEYS_READABLE,
      ClientCheck.CLIENT_KEYS_PUBLIC);

  /** To verify the request object of a client. */
  static final KeySourceChecks OF_REQUEST_OBJECT = new KeySourceChecks(
      AuthorizeCheck.CLIENT_KEYS_REACHABLE,
      AuthorizeCheck.CLIENT_KEYS_READABLE,
      AuthorizeCheck.CLIENT_KEYS_PUBLIC);

  /** The rule of this use that stands for one of client authentication. */
  Check insteadOf(Check check) {
    if (check == ClientCheck.CLIENT_KEYS_REACHABLE) {
      return reachable;
    }
    if (check == ClientCheck.CLIENT_KEYS_READABLE) {
      return readable;
    }
    return check == ClientCheck.CLIENT_KEYS_PUBLIC ? ofPublicKeys : check;
  }
}
