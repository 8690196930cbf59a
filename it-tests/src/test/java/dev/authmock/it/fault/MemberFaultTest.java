package dev.authmock.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.sdk.AuthMockUnavailableException;
import dev.authmock.sdk.Faults;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.conformance.model.TokenResponse;
import dev.authmock.sdk.control.model.Endpoint;
import dev.authmock.sdk.control.model.FaultKind;
import dev.authmock.sdk.control.model.FaultOrder;
import dev.authmock.sdk.wallet.HolderWallet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Faults in the members of an answer. */
class MemberFaultTest extends FaultTest {

  @Test
  void a_wrong_c_nonce_is_refused_and_the_one_that_comes_along_is_good() {
    inject(Faults.wrongCNonce().name("nonce").match(Faults.at(Endpoint.TOKEN)));
    HolderWallet wallet = holder();
    CredentialOffer offer = wallet.readOffer(wallet.requestOffer(IN_TIME));
    List<String> types = offer.getCredentials().get(0).getTypes();
    TokenResponse tokens = wallet.redeem(offer);

    Throwable refused = catchThrowable(() -> wallet.requestCredential(tokens, types));
    String fresh = assertThatCredentialError(refused)
        .is(400, "invalid_or_missing_proof", "proof.nonce")
        .cNonce();
    assertThat(wallet.requestCredential(tokens.cNonce(fresh), types).getCredential())
        .isNotNull();
    assertThat(injected("nonce")).isEqualTo(1);
  }

  @Test
  void a_wrong_c_nonce_looks_like_a_right_one_and_is_another_each_time() {
    inject(Faults.wrongCNonce().name("nonce").times(2));

    String first = requireHit(tokens(), "nonce").path("c_nonce").asText();
    String second = requireHit(tokens(), "nonce").path("c_nonce").asText();
    assertThat(first)
        .isNotEqualTo(second)
        .hasSameSizeAs(goodTokens().path("c_nonce").asText());
  }

  @Test
  void a_short_expires_in_is_one_second_unless_told_otherwise() {
    inject(new FaultOrder().kind(FaultKind.SHORT_EXPIRES_IN).name("short"));
    inject(Faults.shortExpiresIn(0).name("none").times(1).match(Faults.at(Endpoint.TOKEN)));

    assertThat(requireHit(tokens(), "short, none").path("expires_in").asInt(-1)).isZero();
    inject(new FaultOrder().kind(FaultKind.SHORT_EXPIRES_IN).name("shorter"));
    assertThat(requireHit(tokens(), "shorter").path("expires_in").asInt()).isEqualTo(1);
    assertThat(goodTokens().path("expires_in").asInt()).isEqualTo(86400);
  }

  @Test
  void extra_members_are_added_as_they_are_and_replace_others() {
    Map<String, Object> members = new HashMap<>();
    members.put("token_type", "mac");
    members.put("nothing", null);
    members.put("list", Arrays.asList(1, -2.5, "é\"<", true, null, Map.of("a", List.of())));
    members.put("big", 9007199254740993L);
    inject(Faults.extraMembers(members).name("extra"));

    JsonNode answer = requireHit(tokens(), "extra");
    assertThat(answer.path("token_type").asText()).isEqualTo("mac");
    assertThat(answer.path("nothing").isNull()).isTrue();
    assertThat(answer.path("list").toString())
        .isEqualTo("[1,-2.5,\"é\\\"<\",true,null,{\"a\":[]}]");
    assertThat(answer.path("big").longValue()).isEqualTo(9007199254740993L);
    assertThat(answer.path("access_token").asText()).startsWith("eyJ");
  }

  @Test
  void missing_members_are_not_there() {
    inject(Faults.missingMembers("id_token", "c_nonce", "no_such").name("missing"));

    JsonNode answer = requireHit(tokens(), "missing");
    assertThat(answer.has("id_token") || answer.has("c_nonce")).isFalse();
    assertThat(answer.has("access_token") && answer.has("c_nonce_expires_in")).isTrue();
  }

  @Test
  void the_sdk_sees_a_short_lifetime_and_is_not_put_off_by_more_members() {
    inject(Faults.shortExpiresIn(7));
    inject(Faults.extraMembers(Map.of("scope", "openid")));

    TokenResponse tokens = sdk.redeem(PreAuthorizedCodeGrant.of(codes.preAuthorizedWithoutPin()));
    assertThat(tokens.getExpiresIn()).isEqualTo(7);
    assertThat(tokens.getAccessToken()).isNotEmpty();
  }

  @Test
  void the_sdk_sees_what_is_missing() {
    inject(Faults.missingMembers("id_token").match(Faults.at(Endpoint.TOKEN)));
    TokenResponse tokens = sdk.redeem(PreAuthorizedCodeGrant.of(codes.preAuthorizedWithoutPin()));
    assertThat(tokens.getIdToken()).isNull();
    assertThat(tokens.getAccessToken()).isNotNull();

    inject(Faults.missingMembers("access_token").match(Faults.at(Endpoint.TOKEN)));
    String code = codes.preAuthorizedWithoutPin();
    assertThatThrownBy(() -> sdk.redeem(PreAuthorizedCodeGrant.of(code)))
        .isInstanceOf(AuthMockUnavailableException.class)
        .hasMessageContaining("lacks what the contract promises");
  }

  @Test
  void what_needs_something_to_change_waits_for_an_answer_that_has_it() {
    inject(Faults.wrongCNonce().name("nonce"));
    inject(Faults.shortExpiresIn(5).name("short"));
    inject(Faults.missingMembers("keys").name("missing"));
    inject(Faults.extraMembers(Map.of("x", 1)).name("extra").match(Faults.at(Endpoint.TOKEN)));
    inject(Faults.brokenSignature().name("signature"));

    Exchange refused = http.token(Form.empty());
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.header(HEADER)).isEmpty();
    requireHit(http.get(RawHttp.JWKS), "missing");
    requireHit(tokens(), "nonce, short, extra, signature");
    requireUntouched(tokens());
  }

  @Test
  void the_answer_to_a_head_request_is_no_worse_for_it() {
    inject(Faults.extraMembers(Map.of("x", 1)).name("extra").match(Faults.at(Endpoint.JWKS)));

    assertThat(http.request("HEAD", RawHttp.JWKS).send().status()).isIn(200, 405);
  }
}
