package dev.authmock.check;

import static dev.authmock.api.conformance.model.OAuthErrorCode.ACCESS_DENIED;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_REQUEST;
import static dev.authmock.check.Reference.openid4vp;
import static dev.authmock.check.Reference.presentationExchange;
import static dev.authmock.check.Reference.rfc;
import static dev.authmock.check.Reference.siopv2;
import static dev.authmock.check.Reference.vcDataModel;
import static dev.authmock.problem.ProblemKind.BAD_REQUEST;
import static dev.authmock.problem.ProblemKind.TOKEN_EXPIRED;

import dev.authmock.api.conformance.model.OAuthErrorCode;
import dev.authmock.problem.ProblemKind;

/**
 * The rules of a wallet's answer, but for those of the JWTs in it ({@link JwtKinds}).
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-ID2.html#section-6.2">OpenID4VP,
 *     section 6.2</a>
 */
public enum DirectPostCheck implements Check {
  STATE_PRESENT(
      "direct_post.state_present",
      openid4vp("6.2"),
      "A wallet's answer must have the state of the request that it answers."),
  STATE_KNOWN(
      "direct_post.state_known",
      openid4vp("6.2"),
      "The state must be that of a request of this server."),
  STATE_UNUSED(
      "direct_post.state_unused",
      rfc(9700, "2.1.1"),
      "The state must not have been answered before."),
  STATE_NOT_EXPIRED(
      "direct_post.state_not_expired",
      TOKEN_EXPIRED,
      INVALID_REQUEST,
      openid4vp("6.2"),
      "The state must not be past its lifetime."),
  ONE_ANSWER(
      "direct_post.one_answer",
      openid4vp("6"),
      "Of id_token, vp_token and error exactly one must be sent."),
  RESPONSE_TYPE(
      "direct_post.response_type",
      openid4vp("6"),
      "What is sent must be what the response_type of the request asks for."),
  WALLET_ERROR(
      "direct_post.error",
      rfc(6749, "4.1.2.1"),
      "An error of the wallet must be 1 to 200 printable ASCII characters without quotes and"
          + " backslashes."),
  WALLET_AGREES(
      "direct_post.agreed",
      BAD_REQUEST,
      ACCESS_DENIED,
      openid4vp("6.4"),
      "The wallet must answer with a token, not with an error."),
  SUBJECT_IS_CLIENT(
      "direct_post.subject",
      siopv2("11.1"),
      "The DID that a holder wallet proves must be its client_id."),
  // The presentation
  VP_SUB(
      "vp_token.sub",
      openid4vp("6.5"),
      "The sub of the vp_token, when present, must be the holder's DID."),
  VP_OBJECT(
      "vp_token.vp",
      vcDataModel("6.3.1", "json-web-token"),
      "The vp of the vp_token must be an object of type VerifiablePresentation."),
  VP_HOLDER(
      "vp_token.holder",
      vcDataModel("4.10", "presentations-0"),
      "The holder in the vp, when present, must be the DID that signed the vp_token."),
  VP_CREDENTIALS(
      "vp_token.credentials",
      vcDataModel("4.10", "presentations-0"),
      "The verifiableCredential of the vp must be a list of 1 to 20 credentials, as JWTs."),
  // The credentials in it
  VC_OBJECT(
      "vc.vc",
      vcDataModel("6.3.1", "json-web-token"),
      "The vc of a verifiable credential must be an object of type VerifiableCredential."),
  VC_ISSUER(
      "vc.issuer",
      vcDataModel("4.5", "issuer"),
      "The issuer in the vc, when present, must be the DID that signed the verifiable credential."),
  VC_SUBJECT(
      "vc.subject",
      vcDataModel("4.4", "credential-subject"),
      "The credentialSubject of a verifiable credential must have the holder's DID as its id."),
  // Which of them is for what
  SUBMISSION_PRESENT(
      "presentation_submission.present",
      openid4vp("6.1"),
      "A vp_token must come with its presentation_submission."),
  SUBMISSION_JSON(
      "presentation_submission.json",
      presentationExchange("Presentation Submission", "presentation-submission"),
      "The presentation_submission must be a JSON object."),
  SUBMISSION_ID(
      "presentation_submission.id",
      presentationExchange("Presentation Submission", "presentation-submission"),
      "The presentation_submission must have an id that is a string."),
  SUBMISSION_DEFINITION(
      "presentation_submission.definition_id",
      presentationExchange("Presentation Submission", "presentation-submission"),
      "The definition_id of the presentation_submission must be the id of the"
          + " presentation_definition of the request."),
  SUBMISSION_MAP(
      "presentation_submission.descriptor_map",
      presentationExchange("Presentation Submission", "presentation-submission"),
      "The descriptor_map of the presentation_submission must be a list of objects that has each"
          + " input descriptor of the presentation_definition once."),
  SUBMISSION_FORMAT(
      "presentation_submission.format",
      presentationExchange("Presentation Submission", "presentation-submission"),
      "The format in the descriptor_map must be jwt_vp, and that of its path_nested jwt_vc."),
  SUBMISSION_PATH(
      "presentation_submission.path",
      presentationExchange("Processing of Submission Entries", "processing-of-submission-entries"),
      "The path in the descriptor_map must be $, and that of its path_nested must lead to a"
          + " credential in the verifiableCredential of the vp_token."),
  SUBMISSION_CONSTRAINTS(
      "presentation_submission.constraints",
      presentationExchange("Input Evaluation", "input-evaluation"),
      "The credential that is presented for an input descriptor must meet its constraints."),
  SUBMISSION_ISSUER(
      "presentation_submission.issuer",
      vcDataModel("4.5", "issuer"),
      "The credentials must be of this server's credential issuer, or, for the trust chain, of one that"
          + " is configured to be trusted.");

  private final Rule rule;

  DirectPostCheck(String id, Reference reference, String statement) {
    this(id, BAD_REQUEST, INVALID_REQUEST, reference, statement);
  }

  DirectPostCheck(
      String id, ProblemKind kind, OAuthErrorCode error, Reference reference, String statement) {
    rule = new Rule(id, kind, error, reference, statement);
  }

  @Override
  public Rule rule() {
    return rule;
  }
}
