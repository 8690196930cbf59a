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
      "The journal must still hold an entry of the flow.");

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
