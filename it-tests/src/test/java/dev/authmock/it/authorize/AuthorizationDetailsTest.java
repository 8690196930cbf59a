package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RedirectedRefusal;
import dev.authmock.it.support.flow.HolderRequestTest;
import dev.authmock.sdk.AuthorizationCodeGrant;
import dev.authmock.sdk.AuthorizationRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is asked for, by authorization_details.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9396#section-5">RFC 9396, section 5</a>
 */
class AuthorizationDetailsTest extends HolderRequestTest {
  private static final String JSON = "json";
  private static final String DEEP = "[".repeat(10_000);

  @ParameterizedTest
  @MethodSource
  void what_is_no_json_array_of_objects_asks_for_nothing(String details) {
    assertRefusedWith(details, JSON);
  }

  static Stream<Named<String>> what_is_no_json_array_of_objects_asks_for_nothing() {
    return Stream.of(
        named("text", "openid_credential"),
        named("a string", "\"openid_credential\""),
        named("null", "null"),
        named("a number", "1"),
        named("one object by itself", "{\"type\":\"openid_credential\"}"),
        named("null in the array", "[null]"),
        named("a string in the array", "[\"openid_credential\"]"),
        named("an array in the array", "[[]]"),
        named("something else beside an object", "[{\"type\":\"openid_credential\"},1]"),
        named("JSON that breaks off", "[{\"type\":\"openid_credential\""),
        named("JSON that goes on", "[] []"),
        named("an array with a comma too many", "[{},]"),
        named("single quotes", "[{'type':'openid_credential'}]"),
        named("a comment", "[/* one */{}]"),
        named("not a number", "[{\"type\":NaN}]"),
        named("arrays that do not end", DEEP),
        named("arrays 10,000 deep", DEEP + "]".repeat(10_000)),
        named("objects 5,000 deep", "[" + "{\"a\":".repeat(5000) + "1" + "}".repeat(5000) + "]"),
        named("a zero byte", "[\u0000]"),
        named("a byte order mark", "\ufeff[]"));
  }

  @Test
  void nothing_is_no_more_than_an_empty_list() {
    assertRefusedWith("[]", "count");
  }

  @Test
  void details_have_a_bound() {
    assertRefusedWith(details(with("padding", "x".repeat(65_536 - 300))), "size");
    assertRefusedWith(details(with("padding", "x".repeat(8192))), "size");
    assertAccepted(
        good.replacing("authorization_details", details(with("padding", "x".repeat(7_500)))));
    assertRefusedWith(Json.write(Collections.nCopies(21, detail())), "count");
  }

  /** Percent-encoded it is three times as long as an address may be. */
  @Test
  void sixty_four_kilobytes_of_brackets_are_not_even_read() {
    var answer = http.authorize(good.replacing("authorization_details", "[".repeat(65_536)));
    assertThat(answer.status()).isEqualTo(413);
    assertAccepted(good);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "type | \"openid\" | type",
        "type | \"\" | type",
        "type | null | type",
        "type | [\"openid_credential\"] | type",
        "format | \"ldp_vc\" | format",
        "format | \"jwt_vc_json-ld\" | format",
        "format | \"JWT_VC\" | format",
        "format | null | format",
        "format | [\"jwt_vc\"] | format",
        "types | \"CTWalletSameAuthorisedInTime\" | types",
        "types | [] | types",
        "types | [\"CTWalletSameAuthorisedInTime\"] | types",
        "types | [\"VerifiableCredential\",\"VerifiableAttestation\"] | types",
        "types | [\"VerifiableCredential\",\"VerifiableAttestation\",\"Diploma\"] | types",
        "types | [\"VerifiableCredential\",\"VerifiableAttestation\",null] | types",
        "types | [\"VerifiableCredential\",\"VerifiableAttestation\",1] | types",
        "types | [[\"VerifiableCredential\",\"VerifiableAttestation\",\"CTWalletSameAuthorisedInTime\"]] | types",
        "types | {\"0\":\"VerifiableCredential\"} | types",
        "types | null | types",
        "locations | \"https://issuer.example\" | locations",
        "locations | [\"issuer\"] | locations",
        "locations | [\"javascript:alert(1)\"] | locations",
        "locations | [\"https://user@issuer.example\"] | locations",
        "locations | [\"\"] | locations",
        "locations | [null] | locations",
        "locations | [1] | locations",
        "locations | {} | locations"
      })
  void each_member_has_its_form(String member, String json, String rule) {
    assertRefusedWith(details(with(member, Json.read(json))), rule);
  }

  @ParameterizedTest
  @CsvSource({"type, type", "format, format", "types, types"})
  void each_member_but_the_locations_has_to_be_there(String member, String rule) {
    Map<String, Object> without = detail();
    without.remove(member);
    assertRefusedWith(details(without), rule);
  }

  @Test
  void each_of_several_details_has_to_be_good() {
    assertRefusedWith(details(detail(), with("format", "ldp_vc")), "format");
    assertRefusedWith(details(with("types", List.of("Diploma")), detail()), "types");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jwt_vc", "jwt_vc_json"})
  void the_format_has_two_names(String format) {
    assertAccepted(good.replacing("authorization_details", details(with("format", format))));
  }

  @Test
  void types_may_come_in_any_order_and_locations_be_left_out_or_doubled() {
    List<String> types = new ArrayList<>(types());
    Collections.reverse(types);
    assertAccepted(good.replacing("authorization_details", details(with("types", types))));
    Map<String, Object> without = detail();
    without.remove("locations");
    assertAccepted(good.replacing("authorization_details", details(without)));
    assertAccepted(good.replacing("authorization_details", details(with("locations", null))));
    String issuer = sdk.credentialIssuer();
    assertAccepted(good.replacing(
        "authorization_details", details(with("locations", List.of(issuer, issuer)))));
    assertAccepted(good.replacing("authorization_details", details(detail(), detail())));
  }

  /** Wallets copy members from the offer. */
  @Test
  void other_members_are_kept_as_they_are() {
    Map<String, Object> more = with("trust_framework", Map.of("name", "ebsi", "n", List.of(1)));
    AuthorizationRequest asked = request.with("authorization_details", details(more));
    String token = sdk.redeem(AuthorizationCodeGrant.ofHolderWallet(
            wallet.authorize(asked).code(), wallet.did(), pkce))
        .getAccessToken();
    Map<?, ?> claims = (Map<?, ?>) claims(token).get("claims");
    assertThat(Json.read(Json.write(claims.get("authorization_details"))))
        .isEqualTo(Json.read(details(more)));
  }

  @Test
  void what_is_offered_with_a_pre_authorized_code_is_not_asked_for_so() {
    for (String type :
        List.of("CTWalletSamePreAuthorisedInTime", "CTWalletCrossPreAuthorisedDeferred")) {
      assertRefusedWith(details(withType(type)), "grant");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "VerifiableAuthorisationToOnboard",
        "VerifiableAccreditationToAttest",
        "VerifiableAuthorisationForTrustChain"
      })
  void what_is_for_legal_entities_is_not_for_holder_wallets(String type) {
    assertRefusedWith(details(withType(type)), "client");
  }

  private RedirectedRefusal assertRefusedWith(String details, String rule) {
    Form bad = good.replacing("authorization_details", details);
    return assertRefused(bad, "invalid_authorization_details", "authorization_details." + rule);
  }

  private Map<String, Object> detail() {
    Map<String, Object> detail = new HashMap<>();
    detail.put("type", "openid_credential");
    detail.put("format", "jwt_vc");
    detail.put("types", types());
    detail.put("locations", List.of(sdk.credentialIssuer()));
    return detail;
  }

  private Map<String, Object> with(String member, Object value) {
    Map<String, Object> other = detail();
    other.put(member, value);
    return other;
  }

  private Map<String, Object> withType(String type) {
    return with("types", List.of("VerifiableCredential", "VerifiableAttestation", type));
  }

  private static List<String> types() {
    return List.of("VerifiableCredential", "VerifiableAttestation", AUTHORISED);
  }

  @SafeVarargs
  private static String details(Map<String, Object>... details) {
    return Json.write(List.of(details));
  }
}
