package dev.authmock.authorize;

import static dev.authmock.authorize.Refusals.brokenBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.client.ClientId;
import dev.authmock.credential.CredentialType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorizationDetailsRulesTest {
  private static final ClientId HOLDER = ClientId.parse("did:key:zabc").orElseThrow();
  private static final ClientId SERVICE =
      ClientId.parse("https://issuer.example").orElseThrow();

  private final Evaluation evaluation = new Evaluation("id");

  @Test
  void what_is_asked_for_comes_back_with_members_that_nobody_knows() {
    RequestedCredentials requested =
        require(detail("CTWalletSameAuthorisedInTime", ",\"trust_framework\":{\"name\":\"ebsi\"}"));

    assertThat(requested.types())
        .extracting(CredentialType::name)
        .containsExactly("CTWalletSameAuthorisedInTime");
    assertThat(requested.details().get(0)).containsEntry("trust_framework", Map.of("name", "ebsi"));
  }

  @Test
  void a_location_that_is_sent_twice_is_meant_once() {
    RequestedCredentials requested = require(detail(
        "CTWalletSameAuthorisedInTime",
        ",\"locations\":[\"http://a.example\",\"http://b.example\",\"http://a.example\"]"));

    assertThat(requested.details().get(0))
        .containsEntry("locations", List.of("http://a.example", "http://b.example"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "{}", "7", "null", "[1]", "[[]]", "[null]", "[{}] x", "['a']"})
  void they_must_be_a_json_array_of_objects(String details) {
    assertThat(brokenBy(() -> require(details)))
        .isEqualTo(AuthorizeCheck.AUTHORIZATION_DETAILS_JSON);
  }

  @Test
  void they_must_not_be_nested_beyond_reason() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);

    assertThat(brokenBy(() -> require(deep))).isEqualTo(AuthorizeCheck.AUTHORIZATION_DETAILS_JSON);
    assertThat(brokenBy(() -> require("[{\"a\":" + deep + "}]")))
        .isEqualTo(AuthorizeCheck.AUTHORIZATION_DETAILS_JSON);
  }

  @Test
  void they_must_not_be_longer_than_anybody_needs() {
    assertThat(brokenBy(() -> require("[{\"a\":\"" + "x".repeat(65_536) + "\"}]")))
        .isEqualTo(AuthorizeCheck.AUTHORIZATION_DETAILS_SIZE);
  }

  @Test
  void there_must_be_1_to_20() {
    assertThat(brokenBy(() -> require("[]"))).isEqualTo(AuthorizeCheck.AUTHORIZATION_DETAILS_COUNT);
    assertThat(brokenBy(() -> require("[" + "{},".repeat(20) + "{}]")))
        .isEqualTo(AuthorizeCheck.AUTHORIZATION_DETAILS_COUNT);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "{} | AUTHORIZATION_DETAILS_TYPE",
        "{\"type\":7} | AUTHORIZATION_DETAILS_TYPE",
        "{\"type\":\"payment\"} | AUTHORIZATION_DETAILS_TYPE",
        "{\"type\":\"openid_credential\"} | AUTHORIZATION_DETAILS_FORMAT",
        "{\"type\":\"openid_credential\",\"format\":\"ldp_vc\"} | AUTHORIZATION_DETAILS_FORMAT",
        "{\"type\":\"openid_credential\",\"format\":[]} | AUTHORIZATION_DETAILS_FORMAT",
        "{\"type\":\"openid_credential\",\"format\":\"jwt_vc\"} | AUTHORIZATION_DETAILS_TYPES",
        "{\"type\":\"openid_credential\",\"format\":\"jwt_vc_json\",\"types\":\"CTWalletSameAuthorisedInTime\"}"
            + " | AUTHORIZATION_DETAILS_TYPES",
        "{\"type\":\"openid_credential\",\"format\":\"jwt_vc\",\"types\":[\"VerifiableCredential\",null]}"
            + " | AUTHORIZATION_DETAILS_TYPES"
      })
  void each_has_to_say_what_it_is(String detail, AuthorizeCheck broken) {
    assertThat(brokenBy(() -> require("[" + detail + "]"))).isEqualTo(broken);
    assertThat(brokenBy(
            () -> require("[" + detailOf("VerifiableAccreditationToAttest") + "," + detail + "]")))
        .isEqualTo(broken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"http://a.example\"",
        "7",
        "[7]",
        "[\"a\"]",
        "[\"/path\"]",
        "[\"ftp://a.example\"]",
        "[\"javascript:alert(1)\"]",
        "[\"https://user@a.example\"]",
        "[\"https://a.example#f\"]",
        "[\"https://a.example\", \"\"]"
      })
  void locations_must_be_a_list_of_urls(String locations) {
    assertThat(brokenBy(
            () -> require(detail("CTWalletSameAuthorisedInTime", ",\"locations\":" + locations))))
        .isEqualTo(AuthorizeCheck.AUTHORIZATION_DETAILS_LOCATIONS);
  }

  @Test
  void what_is_offered_with_a_pre_authorized_code_must_be_had_with_that() {
    RequestedCredentials requested = require(detail("CTWalletCrossPreAuthorisedDeferred", ""));

    assertThat(brokenBy(() -> AvailabilityRules.require(HOLDER, requested, evaluation)))
        .isEqualTo(AuthorizeCheck.AUTHORIZATION_DETAILS_GRANT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"VerifiableAuthorisationToOnboard", "VerifiableAuthorisationForTrustChain"})
  void what_legal_entities_have_is_not_for_holder_wallets(String type) {
    RequestedCredentials requested = require(detail(type, ""));

    AvailabilityRules.require(SERVICE, requested, evaluation);
    assertThat(brokenBy(() -> AvailabilityRules.require(HOLDER, requested, evaluation)))
        .isEqualTo(AuthorizeCheck.AUTHORIZATION_DETAILS_CLIENT);
  }

  @Test
  void one_presentation_must_be_enough() {
    RequestedCredentials requested = require("["
        + detailOf("VerifiableAuthorisationForTrustChain")
        + ","
        + detailOf("CTWalletQualificationCredential")
        + "]");

    assertThat(brokenBy(() -> AvailabilityRules.require(SERVICE, requested, evaluation)))
        .isEqualTo(AuthorizeCheck.AUTHORIZATION_DETAILS_PRESENTATION);
  }

  private RequestedCredentials require(String details) {
    return AuthorizationDetailsRules.require(
        AuthorizationRequest.of(Map.of("authorization_details", details)), evaluation);
  }

  private static String detail(String type, String moreMembers) {
    String detail = detailOf(type);
    return "[" + detail.substring(0, detail.length() - 1) + moreMembers + "}]";
  }

  private static String detailOf(String type) {
    return "{\"type\":\"openid_credential\",\"format\":\"jwt_vc\","
        + "\"types\":[\"VerifiableCredential\",\"VerifiableAttestation\",\""
        + type
        + "\"]}";
  }
}
