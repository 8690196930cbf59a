package dev.authmock.it.fault;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.INTERNAL_SERVER_ERROR;
import static dev.authmock.it.support.Kind.TOKEN_EXPIRED;
import static dev.authmock.it.support.Kind.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.AuthMockException;
import dev.authmock.sdk.Faults;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.conformance.model.OAuthErrorCode;
import dev.authmock.sdk.conformance.model.TokenResponse;
import dev.authmock.sdk.control.model.Endpoint;
import dev.authmock.sdk.control.model.FaultOrder;
import dev.authmock.sdk.control.model.RequestMatch;
import dev.authmock.sdk.wallet.HolderWallet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that end in a problem on purpose, before anything is redeemed. */
class ProblemFaultTest extends FaultTest {

  @ParameterizedTest
  @CsvSource({
    "BAD_REQUEST, bad-request, invalid_request",
    "TOKEN_EXPIRED, token-expired, invalid_grant",
    "ISSUER_NOT_FOUND, issuer-not-found, invalid_client",
    "UNAUTHORIZED, unauthorized, invalid_client",
    "NOT_FOUND, not-found, invalid_request",
    "METHOD_NOT_ALLOWED, method-not-allowed, invalid_request",
    "PAYLOAD_TOO_LARGE, payload-too-large, invalid_request",
    "UNSUPPORTED_MEDIA_TYPE, unsupported-media-type, invalid_request",
    "INTERNAL_SERVER_ERROR, internal-server-error, server_error",
    "SERVICE_UNAVAILABLE, service-unavailable, temporarily_unavailable"
  })
  void each_problem_of_the_contract_can_be_had_and_the_code_is_good_for_the_next_attempt(
      Kind kind, String slug, String error) {
    String code = codes.preAuthorizedWithoutPin();
    inject(Faults.problem(slug).name("outage"));

    Exchange answer = redeem(code);
    assertThat(answer.header(HEADER)).contains("outage");
    assertThatProblem(answer)
        .is(kind, error, "fault." + slug)
        .saying("the fault 'outage' was injected");
    requireUntouched(redeem(code));
  }

  @Test
  void the_error_may_be_another() {
    inject(Faults.problem("bad-request").error(error("invalid_grant")));

    assertThatProblem(tokens()).is(BAD_REQUEST, "invalid_grant", "fault.bad-request");
  }

  @Test
  void a_fault_on_a_grant_or_a_client_leaves_the_code_alone_too() {
    Wallet wallet = clients.register();
    String code = codes.forWallet(wallet);
    inject(Faults.problem("unauthorized").match(Faults.from(wallet.clientId())));
    inject(Faults.problem("token-expired")
        .match(new RequestMatch().grantType(Form.AUTHORIZATION_CODE)));
    Form request = wallet.form(code);

    assertThatProblem(http.token(request)).is(UNAUTHORIZED, "invalid_client", "fault.unauthorized");
    assertThatProblem(http.token(request))
        .is(TOKEN_EXPIRED, "invalid_grant", "fault.token-expired");
    // The assertion was not taken either.
    requireUntouched(http.token(request));
  }

  @Test
  void the_client_of_a_pre_authorized_code_is_known_by_it() {
    inject(Faults.problem("internal-server-error").name("holder").match(Faults.from(Codes.HOLDER)));
    String code = codes.preAuthorizedWithoutPin();

    assertThatThrownBy(() -> sdk.redeem(PreAuthorizedCodeGrant.of(code)))
        .isInstanceOfSatisfying(
            AuthMockException.class,
            thrown -> assertThat(thrown.problem().status()).isEqualTo(500));
    assertThat(injected("holder")).isEqualTo(1);
    requireUntouched(redeem(code));
  }

  @Test
  void others_pass_a_fault_on_a_grant_or_a_client_by() {
    inject(Faults.problem("bad-request").name("client").match(Faults.from("https://a.example")));
    inject(Faults.problem("bad-request").name("grant").match(new RequestMatch().grantType("x")));

    requireUntouched(tokens());
    requireUntouched(http.get(RawHttp.JWKS));
    assertThat(injected("client") + injected("grant")).isZero();
  }

  @Test
  void of_several_problems_the_oldest_hits() {
    String client = Codes.HOLDER;
    inject(Faults.problem("not-found").name("other").match(Faults.from("https://a.example")));
    inject(Faults.problem("bad-request").name("first").match(Faults.from(client)));
    inject(Faults.problem("unauthorized").name("second"));
    inject(Faults.problem("token-expired").name("third").match(Faults.from(client)));

    assertThat(tokens().header(HEADER)).contains("first");
    assertThat(tokens().header(HEADER)).contains("second");
    assertThat(tokens().header(HEADER)).contains("third");
    requireUntouched(tokens());
  }

  @Test
  void a_fault_on_a_client_does_not_keep_younger_ones_from_public_documents() {
    inject(Faults.problem("bad-request").match(Faults.from("https://a.example")));
    inject(Faults.problem("internal-server-error").name("down"));

    assertThatProblem(http.get(RawHttp.JWKS))
        .is(INTERNAL_SERVER_ERROR, "server_error", "fault.internal-server-error");
  }

  @Test
  void the_credential_endpoints_answer_in_their_own_shape_and_the_proof_stays_good() {
    HolderWallet wallet = holder();
    CredentialOffer offer = wallet.readOffer(wallet.requestOffer(IN_TIME));
    List<String> types = offer.getCredentials().get(0).getTypes();
    TokenResponse tokens = wallet.redeem(offer);
    for (FaultOrder fault : List.of(
        Faults.problem("unauthorized").match(Faults.at(Endpoint.CREDENTIAL)),
        Faults.problem("unauthorized").match(Faults.from(wallet.did())))) {
      inject(fault);
      assertThatCredentialError(catchThrowable(() -> wallet.requestCredential(tokens, types)))
          .is(401, "invalid_token", "fault.unauthorized");
    }
    inject(Faults.problem("not-found")
        .error(error("unsupported_credential_type"))
        .match(Faults.at(Endpoint.CREDENTIAL)));
    assertThatCredentialError(catchThrowable(() -> wallet.requestCredential(tokens, types)))
        .is(404, "unsupported_credential_type", "fault.not-found");

    assertThat(wallet.requestCredential(tokens, types).getCredential()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        RawHttp.JWKS,
        RawHttp.AUTH_MOCK + "/.well-known/openid-configuration",
        "/.well-known/oauth-authorization-server/conformance/v3/auth-mock",
        RawHttp.ISSUER_MOCK + "/.well-known/openid-credential-issuer",
        RawHttp.ISSUER_MOCK + "/jwks",
        RawHttp.AUTHORIZE,
        RawHttp.OFFER,
        RawHttp.ISSUER_MOCK + "/offers/some",
        RawHttp.AUTH_MOCK + "/request_uri/some",
        RawHttp.REGISTER + "/some"
      })
  void every_conformance_endpoint_can_fail(String path) {
    inject(Faults.problem("internal-server-error").name("down"));

    Exchange answer = http.get(path);
    assertThat(answer.header(HEADER)).contains("down");
    assertThatProblem(answer)
        .is(INTERNAL_SERVER_ERROR, "server_error", "fault.internal-server-error");
  }

  @Test
  void nothing_else_fails() {
    inject(Faults.problem("internal-server-error").every(true).name("down"));

    for (String path : List.of("/mock/journal", "/mock/faults", "/problems", "/nowhere")) {
      assertThat(http.get(path).header(HEADER)).as(path).isEmpty();
    }
    assertThat(injected("down")).isZero();
  }

  @Test
  void an_authorization_request_fails_before_its_redirect_uri_is_trusted() {
    inject(Faults.problem("bad-request").match(Faults.from(Codes.HOLDER)));
    Form query = Form.empty()
        .with("response_type", "code")
        .with("client_id", Codes.HOLDER)
        .with("redirect_uri", "openid:")
        .with("code_challenge", Pkce.generate().challenge())
        .with("code_challenge_method", "S256");

    assertThatProblem(http.authorize(query))
        .is(BAD_REQUEST, "invalid_request", "fault.bad-request");
  }

  private static OAuthErrorCode error(String code) {
    return OAuthErrorCode.fromValue(code);
  }
}
