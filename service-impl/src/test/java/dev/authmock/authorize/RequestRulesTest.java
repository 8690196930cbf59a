package dev.authmock.authorize;

import static dev.authmock.authorize.Refusals.brokenBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.client.ClientId;
import dev.authmock.grant.CodeChallenge;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestRulesTest {
  private static final ClientId HOLDER = ClientId.parse("did:key:zabc").orElseThrow();
  private static final ClientId SERVICE =
      ClientId.parse("https://issuer.example").orElseThrow();

  /** RFC 7636, appendix B. */
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final Evaluation evaluation = new Evaluation("id");

  @Test
  void a_request_needs_no_state_and_no_nonce() {
    RequestRules.require(request("response_type", "code", "scope", "openid"), evaluation);

    assertThat(evaluation.findings()).allMatch(finding -> finding.passed());
  }

  @Test
  void the_response_type_must_be_code() {
    assertThat(brokenBy(() -> RequestRules.require(request("scope", "openid"), evaluation)))
        .isEqualTo(AuthorizeCheck.RESPONSE_TYPE_PRESENT);
    assertThat(brokenBy(
            () -> RequestRules.require(request("response_type", "code id_token"), evaluation)))
        .isEqualTo(AuthorizeCheck.RESPONSE_TYPE_SUPPORTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"profile", "openid2", "OPENID", "openid,profile", " "})
  void the_scope_must_contain_openid(String scope) {
    assertThat(brokenBy(() ->
            RequestRules.require(request("response_type", "code", "scope", scope), evaluation)))
        .isEqualTo(AuthorizeCheck.SCOPE_OPENID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"openid", "profile openid", "openid profile"})
  void the_scope_may_contain_more(String scope) {
    RequestRules.require(request("response_type", "code", "scope", scope), evaluation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"state", "nonce"})
  void what_is_remembered_for_the_client_must_be_short(String parameter) {
    assertThat(brokenBy(
            () -> RequestRules.require(request(parameter, "x".repeat(4097)), evaluation)))
        .isEqualTo(AuthorizeCheck.PARAMETER_LENGTH);
  }

  @Test
  void a_holder_wallet_must_send_a_challenge() {
    assertThat(brokenBy(() -> RequestRules.requireChallenge(HOLDER, request(), evaluation)))
        .isEqualTo(AuthorizeCheck.CODE_CHALLENGE_PRESENT);
  }

  @Test
  void a_service_wallet_may_go_without_a_challenge() {
    assertThat(RequestRules.requireChallenge(SERVICE, request(), evaluation)).isEmpty();
  }

  @Test
  void a_method_must_not_come_without_a_challenge() {
    assertThat(brokenBy(() -> RequestRules.requireChallenge(
            SERVICE, request("code_challenge_method", "S256"), evaluation)))
        .isEqualTo(AuthorizeCheck.CODE_CHALLENGE_PRESENT);
  }

  @Test
  void a_challenge_without_method_would_be_plain_and_is_refused() {
    assertThat(brokenBy(() -> RequestRules.requireChallenge(
            HOLDER, request("code_challenge", CHALLENGE), evaluation)))
        .isEqualTo(AuthorizeCheck.CODE_CHALLENGE_METHOD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "s256", "S256 "})
  void the_method_must_be_s256(String method) {
    assertThat(brokenBy(() -> requireChallenge(CHALLENGE, method)))
        .isEqualTo(AuthorizeCheck.CODE_CHALLENGE_METHOD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM=",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw+cM",
        "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-c\n"
      })
  void the_challenge_must_be_a_sha256_in_base64url(String challenge) {
    assertThat(brokenBy(() -> requireChallenge(challenge, "S256")))
        .isEqualTo(AuthorizeCheck.CODE_CHALLENGE_FORM);
  }

  @Test
  void the_challenge_is_what_was_sent() {
    assertThat(requireChallenge(CHALLENGE, "S256")).contains(new CodeChallenge(CHALLENGE));
  }

  private Optional<CodeChallenge> requireChallenge(String challenge, String method) {
    return RequestRules.requireChallenge(
        HOLDER, request("code_challenge", challenge, "code_challenge_method", method), evaluation);
  }

  private static AuthorizationRequest request(String... namesAndValues) {
    Map<String, String> query = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      query.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return AuthorizationRequest.of(query);
  }
}
