package dev.authmock.check;

import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_REQUEST;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_TOKEN;
import static dev.authmock.check.Reference.openid4vci;
import static dev.authmock.check.Reference.rfc;
import static dev.authmock.problem.ProblemKind.BAD_REQUEST;
import static dev.authmock.problem.ProblemKind.NOT_FOUND;
import static dev.authmock.problem.ProblemKind.UNAUTHORIZED;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.problem.ProblemKind;

/**
 * The rules of the control calls: who may make them, what may be minted and what can be read.
 */
public enum ControlCheck implements Check {
  CONTROL_CALLER(
      "control.caller",
      UNAUTHORIZED,
      INVALID_TOKEN,
      rfc(6750, "3.1"),
      "A control call must come from the loopback interface, or with the control token where one is"
          + " configured."),
  CONSOLE_LOGIN(
      "console.login",
      UNAUTHORIZED,
      INVALID_TOKEN,
      rfc(6750, "3.1"),
      "To log in to the console, a person must know the control token."),
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
      "The journal must still hold the entry."),
  JOURNAL_FLOW(
      "journal.flow",
      NOT_FOUND,
      INVALID_REQUEST,
      rfc(9110, "15.5.5"),
      "The journal must still hold an entry of the flow."),
  REPORT_CLIENT(
      "report.client",
      NOT_FOUND,
      INVALID_REQUEST,
      rfc(9110, "15.5.5"),
      "A report must be of a client, or of a DID, that a request was seen of since the last reset."),
  CLIENT_KNOWN(
      "client.known",
      NOT_FOUND,
      INVALID_REQUEST,
      rfc(9110, "15.5.5"),
      "The id must be that of a registered client."),
  CLIENT_CONFIGURED(
      "client.configured",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(7592, "2.2"),
      "A client of the configuration must be changed there."),
  JWKS_TEST_URI(
      "jwks_test.jwks_uri",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(7591, "2"),
      "The jwks_uri to test must be an http(s) URL without user info or fragment."),
  EVALUATION_REQUEST(
      "evaluation.request",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "4.1.3"),
      "The request to evaluate must be a form body, or a curl command that sends one to the token"
          + " endpoint."),
  FAULT_TIMES(
      "fault.times",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9110, "15.5.1"),
      "A fault must not be ordered with both times and every."),
  FAULT_MEMBERS(
      "fault.members",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9110, "15.5.1"),
      "A fault must be ordered without members that its kind does not use."),
  FAULT_REQUIRED(
      "fault.required",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9110, "15.5.1"),
      "A fault must be ordered with the members that its kind needs."),
  FAULT_MATCH(
      "fault.match",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9110, "15.5.1"),
      "A fault must be ordered for requests that there can be."),
  FAULT_VALUES(
      "fault.values",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9110, "15.5.1"),
      "A fault must be ordered with members that an answer can have, or lack."),
  FAULT_NAME_FREE(
      "fault.name_free",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9110, "15.5.1"),
      "A fault must be ordered with a name that no other fault has."),
  FAULT_ROOM(
      "fault.room",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9110, "15.5.1"),
      "There must be room for one more fault."),
  FAULT_KNOWN(
      "fault.known",
      NOT_FOUND,
      INVALID_REQUEST,
      rfc(9110, "15.5.5"),
      "There must be a fault with that name."),
  CLOCK_TIME(
      "clock.time",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(3339, "5.6"),
      "The clock must be put to an instant from 1970 to 9999."),
  CLOCK_STEP(
      "clock.step",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(3339, "A"),
      "The clock must be advanced by a duration above zero that does not lead past 9999."),
  TOKEN_SHAPE_CONTENT(
      "token_shape.content",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(7519, "4"),
      "A token shape must have a subject, a lifetime or claims."),
  TOKEN_SHAPE_PARAMETERS(
      "token_shape.parameters",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6749, "4.1.3"),
      "A token shape must match on parameters that the token endpoint knows."),
  TOKEN_SHAPE_CLAIMS(
      "token_shape.claims",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(8259, "3"),
      "The claims of a token shape must be JSON, its numbers finite, nested no deeper than 16."),
  TOKEN_SHAPE_SIZE(
      "token_shape.size",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(6750, "2.1"),
      "The subjects and claims of all token shapes must not exceed 16 KiB of JSON, since the access"
          + " token travels in a header."),
  TOKEN_SHAPE_NAME_FREE(
      "token_shape.name_free",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9110, "15.5.1"),
      "The name of a token shape must not be that of another."),
  TOKEN_SHAPE_COUNT(
      "token_shape.count",
      BAD_REQUEST,
      INVALID_REQUEST,
      rfc(9110, "15.5.1"),
      "There must be no more than 100 token shapes."),
  TOKEN_SHAPE_KNOWN(
      "token_shape.known",
      NOT_FOUND,
      INVALID_REQUEST,
      rfc(9110, "15.5.5"),
      "A token shape that is removed must be there, and not from the configuration.");

  private final Rule rule;

  ControlCheck(
      String id, ProblemKind kind, OAuthErrorCode error, Reference reference, String statement) {
    rule = new Rule(id, kind, error, reference, statement);
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
