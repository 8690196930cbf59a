package dev.authmock.check;

import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_AUTHORIZATION_DETAILS;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_REQUEST;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_REQUEST_OBJECT;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_REQUEST_URI;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_SCOPE;
import static dev.authmock.api.conformance.model.OAuthErrorCode.UNSUPPORTED_RESPONSE_TYPE;
import static dev.authmock.check.Reference.didKey;
import static dev.authmock.check.Reference.openid4vci;
import static dev.authmock.check.Reference.openidConnect;
import static dev.authmock.check.Reference.rfc;
import static dev.authmock.check.Reference.siopv2;
import static dev.authmock.problem.ProblemKind.BAD_REQUEST;
import static dev.authmock.problem.ProblemKind.NOT_FOUND;
import static dev.authmock.problem.ProblemKind.TOKEN_EXPIRED;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.problem.ProblemKind;

/**
 * The rules of authorization requests, but for those of the request object's JWT ({@link
 * JwtKinds#REQUEST_OBJECT}).
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1">RFC 6749, section
 *     4.1.2.1</a>
 */
public enum AuthorizeCheck implements Check {
  // Who asks, and where the answer goes: what breaks one of these is never redirected
  CLIENT_ID_PRESENT(
      "authorize.client_id_present",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "4.1.1"),
      "An authorization request must have a client_id in its query."),
  CLIENT_ID_FORM(
      "authorize.client_id_form",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "2.2"),
      "The client_id of an authorization request must be an http(s) URL or a did:key."),
  CLIENT_DID_KEY(
      "authorize.did_key",
      BAD_REQUEST,
      INVALID_REQUEST,
      didKey("the format", "format"),
      "A did:key that is a client_id must hold a public key on P-256, as jwk_jcs-pub or p256-pub."),
  REDIRECT_URI_PRESENT(
      "authorize.redirect_uri_present",
      BAD_REQUEST,
      INVALID_REQUEST,
      openidConnect("3.1.2.1", "AuthRequest"),
      "A redirect_uri must be sent, in the query or in the request object."),
  REDIRECT_URI_FORM(
      "authorize.redirect_uri_form",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "3.1.2"),
      "The redirect_uri must be an absolute URI of at most 2048 characters without fragment, user"
          + " info or a scheme that runs code."),
  REDIRECT_URI_REGISTERED(
      "authorize.redirect_uri_registered",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9700, "2.1"),
      "The redirect_uri of a service wallet must be one that was registered, to the letter."),
  // The request object
  REQUEST_OBJECT_PRESENT(
      "request_object.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9101, "5"),
      "A service wallet must send its request object, by request or by request_uri."),
  REQUEST_OBJECT_ONCE(
      "request_object.once",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9101, "5"),
      "Of request and request_uri one only must be sent."),
  REQUEST_URI_FORM(
      "request_uri.form",
      BAD_REQUEST,
      INVALID_REQUEST_URI,
      rfc(9101, "5.2"),
      "The request_uri must be an http(s) URL without user info and fragment."),
  REQUEST_URI_REACHABLE(
      "request_uri.reachable",
      BAD_REQUEST,
      INVALID_REQUEST_URI,
      rfc(9101, "5.2.3"),
      "The request_uri must answer with the request object, in time, within the size, and at an"
          + " address that this server may call."),
  CLIENT_KEYS_REACHABLE(
      "request_object.keys_reachable",
      BAD_REQUEST,
      INVALID_REQUEST_OBJECT,
      rfc(7591, "2"),
      "The jwks_uri of a client must answer for its request object to be verified, in time and at"
          + " an address that this server may call."),
  CLIENT_KEYS_READABLE(
      "request_object.keys_readable",
      BAD_REQUEST,
      INVALID_REQUEST_OBJECT,
      rfc(7517, "5"),
      "The keys that a request object is verified with must be a JWK set with at least one key."),
  CLIENT_KEYS_PUBLIC(
      "request_object.keys_public",
      BAD_REQUEST,
      INVALID_REQUEST_OBJECT,
      rfc(7517, "9.2"),
      "The JWK set that a request object is verified with must hold public keys only."),
  REQUEST_OBJECT_CLIENT_ID(
      "request_object.client_id",
      BAD_REQUEST,
      INVALID_REQUEST_OBJECT,
      rfc(9101, "5"),
      "The client_id in the request object must be the client_id of the query."),
  REQUEST_OBJECT_NESTED(
      "request_object.nested",
      BAD_REQUEST,
      INVALID_REQUEST_OBJECT,
      rfc(9101, "4"),
      "A request object must not have a request or request_uri in it."),
  REQUEST_OBJECT_PARAMETERS(
      "request_object.parameters",
      BAD_REQUEST,
      INVALID_REQUEST_OBJECT,
      rfc(9101, "4"),
      "A parameter in the request object must be a string; authorization_details and"
          + " client_metadata may be JSON."),
  REQUEST_OBJECT_COVERS(
      "request_object.covers",
      BAD_REQUEST,
      INVALID_REQUEST_OBJECT,
      rfc(9101, "6.3"),
      "A parameter of the query must stand in the request object too; response_type and scope may"
          + " stand in the query alone."),
  REQUEST_OBJECT_NOT_ASSERTION(
      "request_object.not_assertion",
      BAD_REQUEST,
      INVALID_REQUEST_OBJECT,
      rfc(9101, "10.8"),
      "A request object must not have the client_id as its sub, as a client_assertion has."),
  REQUEST_OBJECT_TWINS(
      "request_object.twins",
      BAD_REQUEST,
      INVALID_REQUEST_OBJECT,
      openidConnect("6.1", "RequestObject"),
      "A parameter of the query must equal its twin in the request object, with JSON compared as"
          + " JSON."),
  // What is asked for
  PARAMETER_LENGTH(
      "authorize.parameter_length",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9110, "15.5.1"),
      "A state or nonce must not be longer than 1024 characters."),
  RESPONSE_TYPE_PRESENT(
      "response_type.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "3.1.1"),
      "An authorization request must say its response_type."),
  RESPONSE_TYPE_SUPPORTED(
      "response_type.supported",
      BAD_REQUEST,
      UNSUPPORTED_RESPONSE_TYPE,
      rfc(6749, "3.1.1"),
      "The response_type must be code."),
  SCOPE_OPENID(
      "scope.openid",
      BAD_REQUEST,
      INVALID_SCOPE,
      openidConnect("3.1.2.1", "AuthRequest"),
      "The scope must contain openid."),
  CODE_CHALLENGE_PRESENT(
      "code_challenge.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(7636, "4.4.1"),
      "A code_challenge must be sent by a holder wallet, and by whoever sends a"
          + " code_challenge_method."),
  CODE_CHALLENGE_METHOD(
      "code_challenge.method",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(7636, "4.3"),
      "A code_challenge must come with the code_challenge_method S256."),
  CODE_CHALLENGE_FORM(
      "code_challenge.form",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(7636, "4.2"),
      "The code_challenge must be a SHA-256 in base64url: 43 characters, without padding."),
  AUTHORIZATION_DETAILS_PRESENT(
      "authorization_details.present",
      BAD_REQUEST,
      INVALID_AUTHORIZATION_DETAILS,
      openid4vci("5.1.1"),
      "An authorization request must say in authorization_details which credential it is for."),
  AUTHORIZATION_DETAILS_JSON(
      "authorization_details.json",
      BAD_REQUEST,
      INVALID_AUTHORIZATION_DETAILS,
      rfc(9396, "2"),
      "The authorization_details must be a JSON array of objects."),
  AUTHORIZATION_DETAILS_SIZE(
      "authorization_details.size",
      BAD_REQUEST,
      INVALID_AUTHORIZATION_DETAILS,
      rfc(9396, "5"),
      "The authorization_details must not be longer than 8192 characters."),
  AUTHORIZATION_DETAILS_COUNT(
      "authorization_details.count",
      BAD_REQUEST,
      INVALID_AUTHORIZATION_DETAILS,
      rfc(9396, "5"),
      "The authorization_details must have 1 to 20 elements."),
  AUTHORIZATION_DETAILS_TYPE(
      "authorization_details.type",
      BAD_REQUEST,
      INVALID_AUTHORIZATION_DETAILS,
      openid4vci("5.1.1"),
      "The type of each of the authorization_details must be openid_credential."),
  AUTHORIZATION_DETAILS_FORMAT(
      "authorization_details.format",
      BAD_REQUEST,
      INVALID_AUTHORIZATION_DETAILS,
      openid4vci("5.1.1"),
      "The format of each of the authorization_details must be jwt_vc or jwt_vc_json."),
  AUTHORIZATION_DETAILS_TYPES(
      "authorization_details.types",
      BAD_REQUEST,
      INVALID_AUTHORIZATION_DETAILS,
      openid4vci("5.1.1"),
      "The types of each of the authorization_details must be those of one credential in the"
          + " credential issuer's metadata."),
  AUTHORIZATION_DETAILS_LOCATIONS(
      "authorization_details.locations",
      BAD_REQUEST,
      INVALID_AUTHORIZATION_DETAILS,
      rfc(9396, "2.2"),
      "The locations in the authorization_details, when present, must be a list of http(s) URLs."),
  AUTHORIZATION_DETAILS_GRANT(
      "authorization_details.grant",
      BAD_REQUEST,
      INVALID_AUTHORIZATION_DETAILS,
      openid4vci("4.1.1"),
      "A credential that is offered with a pre-authorized code must be had with that, not by an"
          + " authorization request."),
  AUTHORIZATION_DETAILS_CLIENT(
      "authorization_details.client",
      BAD_REQUEST,
      INVALID_AUTHORIZATION_DETAILS,
      rfc(9396, "5"),
      "Accreditations and authorisations of legal entities must be asked for by a service wallet."),
  AUTHORIZATION_DETAILS_PRESENTATION(
      "authorization_details.presentation",
      BAD_REQUEST,
      INVALID_AUTHORIZATION_DETAILS,
      rfc(9396, "5"),
      "The authorization_details must not need more than one presentation."),
  ISSUER_STATE_PRESENT(
      "issuer_state.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("5.1.3"),
      "A credential that is offered with an issuer_state must be asked for with it."),
  ISSUER_STATE_KNOWN(
      "issuer_state.known",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("5.1.3"),
      "The issuer_state must be one of a credential offer of this server."),
  ISSUER_STATE_NOT_EXPIRED(
      "issuer_state.not_expired",
      TOKEN_EXPIRED,
      INVALID_REQUEST,
      openid4vci("5.1.3"),
      "The issuer_state must not be past its lifetime."),
  ISSUER_STATE_CLIENT(
      "issuer_state.client",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("5.1.3"),
      "The issuer_state must be of an offer that was made to this client."),
  ISSUER_STATE_TYPES(
      "issuer_state.types",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("5.1.3"),
      "The issuer_state must be of an offer of the credential that is asked for."),
  CLIENT_METADATA_JSON(
      "client_metadata.json",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(7591, "2"),
      "The client_metadata must be a JSON object."),
  CLIENT_METADATA_ENDPOINT(
      "client_metadata.authorization_endpoint",
      BAD_REQUEST,
      INVALID_REQUEST,
      siopv2("6"),
      "The authorization_endpoint in the client_metadata must be an absolute URI of at most 2048"
          + " characters without fragment, user info or a scheme that runs code."),
  CLIENT_METADATA_JWKS_URI(
      "client_metadata.jwks_uri",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(7591, "2"),
      "The jwks_uri in the client_metadata, when present, must be the one that was registered, if"
          + " one was."),
  // This server's own request
  WALLET_REQUEST_KNOWN(
      "wallet_request.known",
      NOT_FOUND,
      INVALID_REQUEST,
      rfc(9101, "5.2"),
      "A request of this server must be read before it is answered and while its time is not up.");

  private final Rule rule;

  AuthorizeCheck(
      String id, ProblemKind kind, OAuthErrorCode error, Reference reference, String statement) {
    rule = new Rule(id, kind, error, reference, statement);
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
