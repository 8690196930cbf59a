package dev.authmock.check;

import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_CLIENT;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_OR_MISSING_PROOF;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_REQUEST;
import static dev.authmock.api.conformance.model.OAuthErrorCode.INVALID_REQUEST_OBJECT;
import static dev.authmock.check.JwtRule.AUD;
import static dev.authmock.check.JwtRule.EXP;
import static dev.authmock.check.JwtRule.IAT;
import static dev.authmock.check.JwtRule.IAT_REQUIRED;
import static dev.authmock.check.JwtRule.ISS;
import static dev.authmock.check.JwtRule.JTI;
import static dev.authmock.check.JwtRule.KEY_UNIQUE;
import static dev.authmock.check.JwtRule.NBF;
import static dev.authmock.check.JwtRule.NONCE;
import static dev.authmock.check.JwtRule.NOT_EXPIRED;
import static dev.authmock.check.JwtRule.NOT_EXPIRED_IF_ANY;
import static dev.authmock.check.JwtRule.SUB;
import static dev.authmock.check.JwtRule.TYP;
import static dev.authmock.check.JwtRule.TYP_IF_ANY;
import static dev.authmock.check.Reference.openid4vci;
import static dev.authmock.check.Reference.openid4vp;
import static dev.authmock.check.Reference.openidConnect;
import static dev.authmock.check.Reference.rfc;
import static dev.authmock.check.Reference.siopv2;
import static dev.authmock.check.Reference.vcDataModel;
import static dev.authmock.problem.ProblemKind.BAD_REQUEST;
import static dev.authmock.problem.ProblemKind.UNAUTHORIZED;

/** The kinds of JWT that requests bring, each with its rules. */
public final class JwtKinds {
  /** What a client authenticates with. */
  public static final JwtChecks CLIENT_ASSERTION = new JwtChecks(
          "client_assertion",
          "client_assertion",
          UNAUTHORIZED,
          INVALID_CLIENT,
          rfc(7523, "3"),
          "the client")
      .signed("the registration")
      .with(TYP_IF_ANY, "JWT or client-authentication+jwt")
      .with(KEY_UNIQUE, EXP, NOT_EXPIRED, IAT, NBF)
      .with(ISS, "the client_id")
      .with(SUB, "the client_id")
      .with(AUD, "the issuer URL or the token endpoint URL")
      .with(JTI, "this client");

  /** The parameters of an authorization request, signed by the client. */
  public static final JwtChecks REQUEST_OBJECT = new JwtChecks(
          "request_object",
          "request object",
          BAD_REQUEST,
          INVALID_REQUEST_OBJECT,
          openidConnect("6.1", "RequestObject"),
          "the client")
      .signed("the client's JWK set")
      .with(TYP_IF_ANY, "JWT or oauth-authz-req+jwt")
      .with(KEY_UNIQUE, NOT_EXPIRED_IF_ANY, IAT, NBF)
      .with(ISS, "the client_id")
      .with(AUD, "the issuer URL");

  /** What a wallet proves the control of its DID with. */
  public static final JwtChecks ID_TOKEN = new JwtChecks(
          "id_token", "id_token", BAD_REQUEST, INVALID_REQUEST, siopv2("11.1"), "the DID")
      .signed("the DID document")
      .with(TYP_IF_ANY, "JWT")
      .with(EXP, NOT_EXPIRED, IAT_REQUIRED, NBF)
      .with(ISS, "the DID that its kid belongs to")
      .with(SUB, "the DID that its kid belongs to")
      .with(AUD, "the issuer URL")
      .with(NONCE, "that of the request that it answers");

  /** A presentation of credentials by their holder. */
  public static final JwtChecks VP_TOKEN = new JwtChecks(
          "vp_token", "vp_token", BAD_REQUEST, INVALID_REQUEST, openid4vp("6.5"), "the holder")
      .signed("the DID document")
      .with(TYP_IF_ANY, "JWT")
      .with(EXP, NOT_EXPIRED, IAT_REQUIRED, NBF)
      .with(ISS, "the DID that its kid belongs to")
      .with(AUD, "the issuer URL")
      .with(NONCE, "that of the request that it answers");

  /** A credential that is presented. */
  public static final JwtChecks VC = new JwtChecks(
          "vc",
          "verifiable credential in the vp_token",
          BAD_REQUEST,
          INVALID_REQUEST,
          vcDataModel("6.3.1", "json-web-token"),
          "the issuer")
      .signed("the DID document")
      .with(NOT_EXPIRED_IF_ANY, IAT, NBF)
      .with(ISS, "the DID that its kid belongs to")
      .with(SUB, "the holder's DID");

  /** What a wallet proves with that it has the key which a credential is to be bound to. */
  public static final JwtChecks PROOF = new JwtChecks(
          "proof",
          "proof",
          BAD_REQUEST,
          INVALID_OR_MISSING_PROOF,
          openid4vci("7.2.1"),
          "the wallet")
      .signed("the DID document")
      .with(TYP, "openid4vci-proof+jwt")
      .with(NOT_EXPIRED_IF_ANY, IAT_REQUIRED, NBF)
      .with(ISS, "the client_id, or be left out where that is the DID of the wallet")
      .with(AUD, "the URL of the credential issuer")
      .with(NONCE, "a c_nonce that was given with this access token");

  private JwtKinds() {}
}
