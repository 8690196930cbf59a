package dev.authmock.check;

import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_CLIENT;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_CLIENT_METADATA;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_GRANT;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_REDIRECT_URI;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_REQUEST;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_TOKEN;
import static dev.authmock.api.conformance.model.OAuthErrorCode.SERVER_ERROR;
import static dev.authmock.api.conformance.model.OAuthErrorCode.UNSUPPORTED_GRANT_TYPE;
import static dev.authmock.check.Reference.openid4vci;
import static dev.authmock.check.Reference.rfc;
import static dev.authmock.problem.ProblemKind.BAD_REQUEST;
import static dev.authmock.problem.ProblemKind.INTERNAL_SERVER_ERROR;
import static dev.authmock.problem.ProblemKind.ISSUER_NOT_FOUND;
import static dev.authmock.problem.ProblemKind.METHOD_NOT_ALLOWED;
import static dev.authmock.problem.ProblemKind.NOT_FOUND;
import static dev.authmock.problem.ProblemKind.PAYLOAD_TOO_LARGE;
import static dev.authmock.problem.ProblemKind.TOKEN_EXPIRED;
import static dev.authmock.problem.ProblemKind.UNAUTHORIZED;
import static dev.authmock.problem.ProblemKind.UNSUPPORTED_MEDIA_TYPE;

import dev.authmock.api.conformance.model.ClientMetadata;
import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.problem.ProblemKind;

/**
 * The catalogue of rules: every rule that a request can break, with the problem and the OAuth error
 * that breaking it leads to, and the section of the standard that it is from.
 */
public enum Check {
  // Any request
  REQUEST_PATH(
      "request.path",
      NOT_FOUND,
      INVALID_REQUEST,
      rfc(9110, "15.5.5"),
      "The path must be one of this server's."),
  REQUEST_METHOD(
      "request.method",
      METHOD_NOT_ALLOWED,
      INVALID_REQUEST,
      rfc(9110, "15.5.6"),
      "The HTTP method must be one that this path answers."),
  REQUEST_MEDIA_TYPE(
      "request.media_type",
      UNSUPPORTED_MEDIA_TYPE,
      INVALID_REQUEST,
      rfc(9110, "15.5.16"),
      "The Content-Type must be the one that this operation takes."),
  REQUEST_SIZE(
      "request.size",
      PAYLOAD_TOO_LARGE,
      INVALID_REQUEST,
      rfc(9110, "15.5.14"),
      "A request must not be longer than this server accepts."),
  REQUEST_READABLE(
      "request.readable",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9110, "15.5.1"),
      "The request must be readable as HTTP, and its body as what its Content-Type says."),
  REQUEST_VALID(
      "request.valid",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9110, "15.5.1"),
      "The body and the parameters must fit the contract of this operation."),
  REQUEST_ENCODING(
      "request.encoding",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "B"),
      "A form must be percent-encoded UTF-8."),
  PARAMETERS_ONCE(
      "request.parameters_once",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "3.2"),
      "A parameter must not be sent more than once."),
  SERVER_WORKS(
      "server.works",
      INTERNAL_SERVER_ERROR,
      SERVER_ERROR,
      rfc(9110, "15.6.1"),
      "The server must be able to decide."),
  SERVER_CAPACITY(
      "server.capacity",
      INTERNAL_SERVER_ERROR,
      SERVER_ERROR,
      rfc(9110, "15.6.1"),
      "The server must have room for what the request would have it remember."),

  // Token requests
  GRANT_TYPE_PRESENT(
      "grant_type.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "4.1.3"),
      "A token request must say its grant_type."),
  GRANT_TYPE_SUPPORTED(
      "grant_type.supported",
      BAD_REQUEST,
      UNSUPPORTED_GRANT_TYPE,
      rfc(6749, "5.2"),
      "The grant_type must be one of this server's."),
  CLIENT_ID_PRESENT(
      "client_id.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "4.1.3"),
      "With authorization_code a client_id must be sent."),
  CLIENT_ID_FORM(
      "client_id.form",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "2.2"),
      "The client_id must be an http(s) URL or a did:key."),
  CODE_PRESENT(
      "code.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "4.1.3"),
      "With authorization_code a code must be sent."),
  PRE_AUTHORIZED_CODE_PRESENT(
      "pre-authorized_code.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("6.1"),
      "With the pre-authorized grant a pre-authorized_code must be sent."),

  // Client authentication
  CLIENT_AUTHENTICATION_METHOD(
      "client_authentication.method",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(6749, "2.3"),
      "A client must authenticate by client_assertion, not by HTTP Basic."),
  CLIENT_REGISTERED(
      "client.registered",
      ISSUER_NOT_FOUND,
      INVALID_CLIENT,
      rfc(6749, "2.2"),
      "A client whose client_id is a URL must be registered."),
  CLIENT_ASSERTION_PRESENT(
      "client_assertion.present",
      BAD_REQUEST,
      INVALID_CLIENT,
      rfc(7521, "4.2"),
      "A client that has to authenticate must send a client_assertion."),
  CLIENT_ASSERTION_TYPE_PRESENT(
      "client_assertion_type.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(7521, "4.2"),
      "A client_assertion must come with its client_assertion_type."),
  CLIENT_ASSERTION_TYPE_SUPPORTED(
      "client_assertion_type.supported",
      BAD_REQUEST,
      INVALID_CLIENT,
      rfc(7523, "2.2"),
      "The client_assertion_type must be that of a JWT bearer assertion."),
  ASSERTION_IS_JWT(
      "client_assertion.jwt",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7523, "3"),
      "The client_assertion must be a signed JWT."),
  ASSERTION_ALG(
      "client_assertion.alg",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7515, "4.1.1"),
      "The alg of the client_assertion must be ES256."),
  ASSERTION_CRIT(
      "client_assertion.crit",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7515, "4.1.11"),
      "The crit of the client_assertion must not name an extension that this server does not know."),
  ASSERTION_HEADER_KEY(
      "client_assertion.header_key",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(8725, "3.10"),
      "The header of the client_assertion must not bring a key or lead to one; keys come from the registration."),
  ASSERTION_KID(
      "client_assertion.kid",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7515, "4.1.4"),
      "The header of the client_assertion must name its key by a kid."),
  CLIENT_KEYS_REACHABLE(
      "client_keys.reachable",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7591, "2"),
      "The client's jwks_uri must answer, in time and at an address that this server may call."),
  CLIENT_KEYS_READABLE(
      "client_keys.readable",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7517, "5"),
      "The client's keys must be a JWK set with at least one key."),
  CLIENT_KEYS_PUBLIC(
      "client_keys.public",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7517, "9.2"),
      "The client's JWK set must hold public keys only."),
  ASSERTION_KEY_KNOWN(
      "client_assertion.key_known",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7523, "3"),
      "The kid of the client_assertion must be that of an ES256 key of the client."),
  ASSERTION_KEY_UNIQUE(
      "client_assertion.key_unique",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7517, "4.5"),
      "The kid of the client_assertion must name one key only."),
  ASSERTION_SIGNATURE(
      "client_assertion.signature",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7523, "3"),
      "The signature of the client_assertion must verify with the client's key."),
  ASSERTION_ISS(
      "client_assertion.iss",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7523, "3"),
      "The iss of the client_assertion must be the client_id."),
  ASSERTION_SUB(
      "client_assertion.sub",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7523, "3"),
      "The sub of the client_assertion must be the client_id."),
  ASSERTION_AUD(
      "client_assertion.aud",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7523, "3"),
      "The aud of the client_assertion must be or contain the issuer URL or the token endpoint URL."),
  ASSERTION_EXP(
      "client_assertion.exp",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7523, "3"),
      "The client_assertion must have an exp, in seconds since 1970."),
  ASSERTION_NOT_EXPIRED(
      "client_assertion.not_expired",
      TOKEN_EXPIRED,
      INVALID_CLIENT,
      rfc(7523, "3"),
      "The exp of the client_assertion must not be past, 60 seconds of clock skew allowed."),
  ASSERTION_IAT(
      "client_assertion.iat",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7523, "3"),
      "The iat of the client_assertion, when present, must not be in the future, 60 seconds of clock skew allowed."),
  ASSERTION_NBF(
      "client_assertion.nbf",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7523, "3"),
      "The nbf of the client_assertion, when present, must not be in the future, 60 seconds of clock skew allowed."),
  ASSERTION_JTI(
      "client_assertion.jti",
      UNAUTHORIZED,
      INVALID_CLIENT,
      rfc(7523, "3"),
      "The jti of the client_assertion, when present, must be a string that this client has not used before."),

  // The authorization code and what is bound to it
  CODE_VERIFIER_PRESENT(
      "code_verifier.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(7636, "4.5"),
      "A code_verifier must be sent by a holder wallet, and by whoever sent a code_challenge."),
  CODE_KNOWN(
      "code.known",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(6749, "5.2"),
      "The code must be one that this server gave."),
  CODE_UNUSED(
      "code.unused",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(6749, "4.1.2"),
      "The code must not have been used before."),
  CODE_NOT_EXPIRED(
      "code.not_expired",
      TOKEN_EXPIRED,
      INVALID_GRANT,
      rfc(6749, "4.1.2"),
      "The code must not be past its lifetime."),
  CODE_CLIENT(
      "code.client",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(6749, "4.1.3"),
      "The code must have been given to this client."),
  REDIRECT_URI_MATCHES(
      "redirect_uri.matches",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(6749, "4.1.3"),
      "The redirect_uri, when sent, must be that of the authorization request."),
  CODE_VERIFIER_EXPECTED(
      "code_verifier.expected",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(9700, "4.8.2"),
      "A code_verifier must be sent only where the authorization request had a code_challenge."),
  CODE_VERIFIER_FORM(
      "code_verifier.form",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(7636, "4.1"),
      "The code_verifier must be 43 to 128 characters out of A-Z, a-z, 0-9, '-', '.', '_' and '~'."),
  CODE_VERIFIER_MATCHES(
      "code_verifier.matches",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(7636, "4.6"),
      "The SHA-256 of the code_verifier must be the code_challenge of the authorization request."),

  // The pre-authorized code and its PIN
  USER_PIN_EXPECTED(
      "user_pin.expected",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("6.3"),
      "A user_pin must be sent only with the pre-authorized grant, and only where the offer asked for one."),
  USER_PIN_FORM(
      "user_pin.form",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("6.1"),
      "The user_pin must be 1 to 8 digits 0-9."),
  USER_PIN_PRESENT(
      "user_pin.present",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("6.3"),
      "A user_pin must be sent where the offer asked for one."),
  PRE_AUTHORIZED_CODE_KNOWN(
      "pre-authorized_code.known",
      BAD_REQUEST,
      INVALID_GRANT,
      openid4vci("6.3"),
      "The pre-authorized_code must be one that this server gave."),
  PRE_AUTHORIZED_CODE_UNUSED(
      "pre-authorized_code.unused",
      BAD_REQUEST,
      INVALID_GRANT,
      openid4vci("6.1"),
      "The pre-authorized_code must not have been used before."),
  PRE_AUTHORIZED_CODE_NOT_EXPIRED(
      "pre-authorized_code.not_expired",
      TOKEN_EXPIRED,
      INVALID_GRANT,
      openid4vci("6.3"),
      "The pre-authorized_code must not be past its lifetime."),
  USER_PIN_TRIES(
      "user_pin.tries",
      BAD_REQUEST,
      INVALID_GRANT,
      openid4vci("6.3"),
      "The pre-authorized_code must not have been ended by 5 wrong PINs."),
  USER_PIN_MATCHES(
      "user_pin.matches",
      BAD_REQUEST,
      INVALID_GRANT,
      openid4vci("6.3"),
      "The user_pin must be the one that goes with the pre-authorized_code."),
  PRE_AUTHORIZED_CODE_CLIENT(
      "pre-authorized_code.client",
      BAD_REQUEST,
      INVALID_GRANT,
      rfc(6749, "5.2"),
      "A client that authenticates must be the one that the pre-authorized_code was made for."),

  // Registration
  REGISTRATION_VALID(
      "registration.valid",
      BAD_REQUEST,
      INVALID_CLIENT_METADATA,
      rfc(7591, "3.2.2"),
      "The client metadata must fit the contract."),
  REGISTRATION_CLIENT_ID(
      "registration.client_id",
      BAD_REQUEST,
      INVALID_CLIENT_METADATA,
      rfc(7591, "2"),
      "The client_id to register must be an http(s) URL without user info or fragment."),
  REGISTRATION_FREE(
      "registration.client_id_free",
      BAD_REQUEST,
      INVALID_CLIENT_METADATA,
      rfc(7591, "3.2.2"),
      "The client_id to register must not be registered yet."),
  REGISTRATION_SAME_CLIENT(
      "registration.same_client",
      BAD_REQUEST,
      INVALID_CLIENT_METADATA,
      rfc(7592, "2.2"),
      "A replacement must keep the client_id."),
  REGISTRATION_REDIRECT_URIS(
      "registration.redirect_uris",
      BAD_REQUEST,
      INVALID_REDIRECT_URI,
      rfc(7591, "3.2.2"),
      "Each redirect_uri must be an absolute URI without fragment, user info or a scheme that runs code."),
  REGISTRATION_AUTH_METHOD(
      "registration.auth_method",
      BAD_REQUEST,
      INVALID_CLIENT_METADATA,
      rfc(7591, "2"),
      "The token_endpoint_auth_method of a client with a URL must be private_key_jwt."),
  REGISTRATION_ONE_KEY_SOURCE(
      "registration.one_key_source",
      BAD_REQUEST,
      INVALID_CLIENT_METADATA,
      rfc(7591, "2"),
      "Exactly one of jwks and jwks_uri must be given."),
  REGISTRATION_JWKS(
      "registration.jwks",
      BAD_REQUEST,
      INVALID_CLIENT_METADATA,
      rfc(7517, "5"),
      "The jwks must be a JWK set of public keys with at least one ES256 key that has a kid."),
  REGISTRATION_JWKS_URI(
      "registration.jwks_uri",
      BAD_REQUEST,
      INVALID_CLIENT_METADATA,
      rfc(7591, "2"),
      "The jwks_uri must be an http(s) URL without user info or fragment."),
  REGISTRATION_ACCESS_TOKEN(
      "registration.access_token",
      UNAUTHORIZED,
      INVALID_TOKEN,
      rfc(7592, "2"),
      "The bearer token must be the registration access token of this registration."),

  // Control
  CONTROL_CALLER(
      "control.caller",
      UNAUTHORIZED,
      INVALID_TOKEN,
      rfc(6750, "3.1"),
      "A control call must come from the loopback interface, or with the control token where one is"
          + " configured."),
  MINT_CLIENT_ID(
      "mint.client_id",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "2.2"),
      "A code must be minted for a client_id that is an http(s) URL or a did:key."),
  MINT_CODE_CHALLENGE(
      "mint.code_challenge",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(7636, "4.4.1"),
      "A code for a did:key client must be minted with a code_challenge, since holder wallets prove themselves with PKCE."),
  MINT_USER_PIN(
      "mint.user_pin",
      BAD_REQUEST,
      INVALID_REQUEST,
      openid4vci("4.1.1"),
      "A PIN must be given, be derivable from a DID, or not be required."),
  JOURNAL_ENTRY(
      "journal.entry",
      NOT_FOUND,
      INVALID_REQUEST,
      rfc(9110, "15.5.5"),
      "The journal must still hold the entry.");

  private final String id;
  private final ProblemKind kind;
  private final OAuthErrorCode error;
  private final Reference reference;
  private final String statement;

  Check(String id, ProblemKind kind, OAuthErrorCode error, Reference reference, String statement) {
    this.id = id;
    this.kind = kind;
    this.error = error;
    this.reference = reference;
    this.statement = statement;
  }

  /** The rule that a body breaks when it does not fit this model of the contract. */
  public static Check fits(Class<?> model) {
    return model == ClientMetadata.class ? REGISTRATION_VALID : REQUEST_VALID;
  }

  /** The id by which journal entries and problems name the rule. */
  public String id() {
    return id;
  }

  /** The kind of problem that breaking the rule is. */
  public ProblemKind kind() {
    return kind;
  }

  /** The OAuth error that breaking the rule is. */
  public OAuthErrorCode error() {
    return error;
  }

  /** The section of the standard that the rule is from. */
  public Reference reference() {
    return reference;
  }

  /** The rule, in one line. */
  public String statement() {
    return statement;
  }
}
