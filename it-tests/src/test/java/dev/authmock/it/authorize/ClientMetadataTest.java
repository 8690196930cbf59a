package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import dev.authmock.it.support.Json;
import dev.authmock.it.support.flow.HolderRequestTest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a client says of itself in its request: where its wallet is.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-10.1">OpenID4VCI
 *     draft 11, section 10.1</a>
 */
class ClientMetadataTest extends HolderRequestTest {
  private static final String ENDPOINT = "client_metadata.authorization_endpoint";

  @ParameterizedTest
  @MethodSource
  void what_is_no_json_object_says_nothing(String metadata) {
    assertRefusedWith(metadata, "client_metadata.json");
  }

  static Stream<Named<String>> what_is_no_json_object_says_nothing() {
    return Stream.of(
        named("text", "openid:"),
        named("a string", "\"{}\""),
        named("null", "null"),
        named("an array", "[]"),
        named("an object in an array", "[{\"authorization_endpoint\":\"openid:\"}]"),
        named("pairs", "[[\"authorization_endpoint\",\"openid:\"]]"),
        named("JSON that breaks off", "{\"authorization_endpoint\":"),
        named("JSON that goes on", "{} {}"),
        named("single quotes", "{'authorization_endpoint':'openid:'}"),
        named("a member without quotes", "{authorization_endpoint:\"openid:\"}"),
        named(
            "a member twice",
            "{\"authorization_endpoint\":\"openid:\",\"authorization_endpoint\":\"x:\"}"),
        named("objects that do not end", "{\"a\":".repeat(5000)),
        named("objects 5,000 deep", "{\"a\":".repeat(5000) + "1" + "}".repeat(5000)),
        named("arrays 10,000 deep", "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "true",
        "null",
        "[]",
        "[\"openid:\"]",
        "{\"url\":\"openid:\"}",
        "\"\"",
        "\"wallet\"",
        "\"/wallet\"",
        "\"javascript:alert(1)\"",
        "\"data:text/html,x\"",
        "\"https://user:pw@wallet.example/\"",
        "\"https://wallet.example/#\"",
        "\"https://wallet.example/a b\"",
        "\"openid:\\r\\nSet-Cookie: a=b\"",
        "\"https:\"",
        "\"openid:é\""
      })
  void an_authorization_endpoint_is_a_plain_absolute_uri(String json) {
    assertRefusedWith("{\"authorization_endpoint\":" + json + "}", ENDPOINT);
  }

  @Test
  void an_authorization_endpoint_has_a_bound() {
    String longest = "https://wallet.example/" + "x".repeat(2048 - 23);
    assertAccepted(good.replacing("client_metadata", endpoint(longest)));
    assertRefusedWith(endpoint(longest + "x"), ENDPOINT);
  }

  @ParameterizedTest
  @CsvSource({
    "openid:, openid://?state=",
    "openid://, openid://?state=",
    "openid://wallet, openid://wallet?state=",
    "haip:, haip://?state=",
    "https://wallet.example/authorize, https://wallet.example/authorize?state=",
    "https://wallet.example/authorize?a=b, https://wallet.example/authorize?a=b&state=",
    "https://wallet.example/authorize?, https://wallet.example/authorize?state="
  })
  void the_request_to_the_wallet_goes_to_its_authorization_endpoint(
      String endpoint, String expected) {
    assertThat(assertAccepted(good.replacing("client_metadata", endpoint(endpoint)))
            .location())
        .startsWith(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"redirect_uris\":[\"https://wallet.example\"]}", " {\"x\":null} "})
  void a_wallet_that_does_not_say_where_it_is_is_at_openid(String metadata) {
    assertThat(assertAccepted(good.replacing("client_metadata", metadata)).location())
        .startsWith("openid://?state=");
    assertThat(assertAccepted(good.without("client_metadata")).location())
        .startsWith("openid://?state=");
  }

  @Test
  void metadata_of_64_kilobytes_are_read_as_far_as_they_matter() {
    String padded = "{\"a\":\"" + "x".repeat(65_536) + "\"}";
    assertThat(assertAccepted(good.replacing("client_metadata", padded)).location())
        .startsWith("openid://?state=");
  }

  @Test
  void a_holder_wallets_metadata_do_not_lead_to_keys_or_redirect_uris() {
    String metadata = Json.write(Map.of(
        "jwks_uri", "http://localhost:1/jwks", "redirect_uris", new String[] {"https://evil.example"
        }));
    assertAccepted(good.replacing("client_metadata", metadata));
  }

  private void assertRefusedWith(String metadata, String check) {
    assertRefused(good.replacing("client_metadata", metadata), "invalid_request", check);
  }

  private static String endpoint(String uri) {
    return Json.write(Map.of("authorization_endpoint", uri));
  }
}
