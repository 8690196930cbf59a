package dev.authmock.check;

import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_CLIENT_METADATA;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_REDIRECT_URI;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_TOKEN;
import static dev.authmock.check.Reference.rfc;
import static dev.authmock.problem.ProblemKind.BAD_REQUEST;
import static dev.authmock.problem.ProblemKind.UNAUTHORIZED;

import dev.authmock.api.conformance.model.ClientMetadata;
import dev.authmock.api.conformance.model.JsonWebKeySet;
import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.problem.ProblemKind;

/**
 * The rules of registering a client.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7591#section-3.2.2">RFC 7591, section 3.2.2</a>
 */
public enum RegistrationCheck implements Check {
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
      "The jwks must be a JWK set of public keys with at least one ES256 key that has a kid, and no kid twice."),
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
      "The bearer token must be the registration access token of this registration.");

  private final Rule rule;

  RegistrationCheck(
      String id, ProblemKind kind, OAuthErrorCode error, Reference reference, String statement) {
    rule = new Rule(id, kind, error, reference, statement);
  }

  /** The rule that a body breaks when it, or this part of it, does not fit this model of the contract. */
  public static Check fits(Class<?> model) {
    return model == ClientMetadata.class || model == JsonWebKeySet.class
        ? REGISTRATION_VALID
        : RequestCheck.REQUEST_VALID;
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
