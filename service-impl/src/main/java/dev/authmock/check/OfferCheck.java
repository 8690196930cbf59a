package dev.authmock.check;

import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_REQUEST;
import static dev.authmock.api.conformance.model.OAuthErrorCode.UNSUPPORTED_CREDENTIAL_TYPE;
import static dev.authmock.check.Reference.didKey;
import static dev.authmock.check.Reference.openid4vci;
import static dev.authmock.check.Reference.rfc;
import static dev.authmock.problem.ProblemKind.BAD_REQUEST;
import static dev.authmock.problem.ProblemKind.NOT_FOUND;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.problem.ProblemKind;

/**
 * The rules of credential offers: how one is asked for, and for how long it is there.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-4">OpenID4VCI
 *     draft 11, section 4</a>
 */
public enum OfferCheck implements Check {
  OFFER_CREDENTIAL_TYPE_PRESENT(
      "offer.credential_type.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("4.1.1"),
      "A request for an offer must say the credential_type."),
  OFFER_CREDENTIAL_TYPE(
      "offer.credential_type",
      BAD_REQUEST,
      UNSUPPORTED_CREDENTIAL_TYPE,
      openid4vci("4.1.1"),
      "The credential_type must be one that this issuer offers."),
  OFFER_CLIENT_ID_PRESENT(
      "offer.client_id.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("4.1"),
      "A request for an offer must say by client_id which wallet it is for."),
  OFFER_CLIENT_ID(
      "offer.client_id",
      BAD_REQUEST,
      INVALID_REQUEST,
      didKey("the format", "format"),
      "The client_id of an offer must be the did:key of a wallet."),
  OFFER_ENDPOINT(
      "offer.credential_offer_endpoint",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("4.1"),
      "The credential_offer_endpoint must be an absolute URI of at most 2000 characters, without"
          + " fragment, user info or a scheme that runs code."),
  OFFER_KNOWN(
      "offer.known",
      NOT_FOUND,
      INVALID_REQUEST,
      openid4vci("4.1"),
      "The credential offer must be one that this issuer made."),
  OFFER_NOT_EXPIRED(
      "offer.not_expired",
      NOT_FOUND,
      INVALID_REQUEST,
      rfc(9110, "15.5.5"),
      "The credential offer must not be past its lifetime.");

  private final Rule rule;

  OfferCheck(
      String id, ProblemKind kind, OAuthErrorCode error, Reference reference, String statement) {
    rule = new Rule(id, kind, error, reference, statement);
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
