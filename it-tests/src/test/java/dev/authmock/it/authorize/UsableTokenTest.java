package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.flow.HolderRequestTest;
import dev.authmock.sdk.AuthorizationCodeGrant;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.Redirect;
import dev.authmock.sdk.conformance.model.TokenResponse;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever an authorization request may carry into the access token, the token that comes of it can be
 * used: what can't be carried so far is refused at once, while nothing is used up yet.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9396#section-5">RFC 9396, section 5</a>
 */
class UsableTokenTest extends HolderRequestTest {

  @ParameterizedTest
  @ValueSource(
      ints = {
        10, 50, 90, 100, 120, 200, 240, 245, 250, 255, 300, 450, 490, 500, 512, 900, 990, 1000, 1010
      })
  void details_of_some_depth(int depth) {
    assertRefusedOrUsable(
        request.with("authorization_details", detailsWith("[".repeat(depth) + "]".repeat(depth))));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1000, 3000, 4000, 5000, 6000, 8000, 12_000, 16_000})
  void details_of_some_length(int length) {
    assertRefusedOrUsable(
        request.with("authorization_details", detailsWith("\"" + "x".repeat(length) + "\"")));
    assertRefusedOrUsable(request.with(
        "authorization_details", detailsWith("\"" + "\\u00e9".repeat(length / 6) + "\"")));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1000, 3000, 4000, 4096})
  void a_nonce_of_some_length(int length) {
    assertRefusedOrUsable(request.withNonce("x".repeat(length)));
    assertRefusedOrUsable(request.withNonce("é".repeat(length)));
    assertRefusedOrUsable(request.withNonce("\u0001".repeat(length)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "true",
        "0",
        "-0",
        "0.1",
        "1.10",
        "1e2",
        "1e400",
        "-1e400",
        "1e-400",
        "1e99999999",
        "9223372036854775808",
        "123456789012345678901234567890",
        "0.1234567890123456789012345678901234567890",
        "\"\\ud800\"",
        "\"\\u0000\\u001f\\u007f\\u2028\"",
        "\"🙂é\"",
        "[null,[],{}]",
        "{\"a\":null,\"\":{\"\":1}}",
        "{\"a\":1,\"a\":2}"
      })
  void details_with_any_json_in_them(String json) {
    assertRefusedOrUsable(request.with("authorization_details", detailsWith(json)));
  }

  @Test
  void many_details_and_locations() {
    String detail = details().substring(1, details().length() - 1);
    assertRefusedOrUsable(request.with(
        "authorization_details", "[" + String.join(",", Collections.nCopies(20, detail)) + "]"));
    Map<String, Object> located = new LinkedHashMap<>(detail());
    located.put(
        "locations",
        Stream.concat(
                Stream.of(sdk.credentialIssuer()),
                IntStream.range(0, 200).mapToObj(i -> "https://x" + i + ".example/"))
            .toList());
    assertRefusedOrUsable(request.with("authorization_details", Json.write(List.of(located))));
  }

  private void assertRefusedOrUsable(AuthorizationRequest asked) {
    Exchange answer = http.authorize(form(asked));
    assertThat(answer.status()).as("%s", answer).isEqualTo(302);
    if (Redirect.of(answer.header("location").orElseThrow()).parameter("error") != null) {
      return;
    }
    TokenResponse tokens = sdk.redeem(
        AuthorizationCodeGrant.ofHolderWallet(wallet.authorize(asked).code(), wallet.did(), pkce));
    wallet.collect(wallet.requestCredential(
        tokens, List.of("VerifiableCredential", "VerifiableAttestation", AUTHORISED)));
  }

  private Map<String, Object> detail() {
    return Json.object(details().substring(1, details().length() - 1));
  }

  private String details() {
    return request.parameter("authorization_details");
  }

  private String detailsWith(String json) {
    return details().replaceFirst("}]$", ",\"more\":%s}]".formatted(json.replace("\\", "\\\\")));
  }
}
