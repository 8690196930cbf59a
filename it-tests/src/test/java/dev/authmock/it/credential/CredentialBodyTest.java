package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A body that is not what the contract describes is refused, and leaves the c_nonce alone. */
class CredentialBodyTest extends IssuanceTest {
  private TokenHolder holder;

  @BeforeEach
  void redeem() {
    holder = holderOfToken(IN_TIME);
  }

  @AfterEach
  void the_c_nonce_is_as_good_as_before() {
    holder.requireGood(holder.cNonce());
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{}]", "\"\"", "1", "true"})
  void json_that_is_no_object_is_refused(String json) {
    requireRefused(holder.askInJson(json), "request.valid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"null", "{", "{\"format\":", "{]", "nonsense", " ", "{'format':'jwt_vc'}", "\u0000"
      })
  void what_is_no_json_is_refused(String json) {
    requireRefused(holder.askInJson(json), "request.readable");
  }

  @ParameterizedTest
  @ValueSource(strings = {" trailing", "{}", "]", ",", "\u0000"})
  void what_follows_the_json_is_refused(String more) {
    requireRefused(holder.askInJson(Json.write(holder.request()) + more), "request.readable");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"format\":\"jwt_vc\"", "\"x\":1,\"x\":1", "\"y\":[{\"z\":1,\"z\":2}]"})
  void an_object_that_names_a_member_twice_is_refused(String more) {
    String good = Json.write(holder.request());
    Exchange answer = holder.askInJson(good.substring(0, good.length() - 1) + "," + more + "}");

    requireRefused(answer, "request.readable");
    assertThat(answer.body()).contains("names a member twice");
  }

  @Test
  void no_body_is_refused() {
    requireRefused(holder.askInJson(""), "request.readable");
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 1000, 10_000})
  void json_that_is_nested_deep_is_refused(int depth) {
    String arrays = "[".repeat(depth) + "]".repeat(depth);
    String objects = "{\"a\":".repeat(depth) + "1" + "}".repeat(depth);

    for (String nested : List.of(
        arrays,
        "{\"types\":" + arrays + "}",
        "{\"types\":" + objects + "}",
        "{\"proof\":" + arrays + "}",
        "{\"proof\":{\"jwt\":" + objects + "}}")) {
      Exchange answer = holder.askInJson(nested);
      assertThat(answer.json().path("check").asText())
          .as("%s", answer)
          .isIn("request.readable", "request.valid");
      requireRefused(answer, answer.json().path("check").asText());
    }
  }

  @Test
  void nesting_in_what_nobody_reads_does_no_harm() {
    String good = Json.write(holder.request());
    String padded = good.substring(0, good.length() - 1) + ",\"x\":" + "[".repeat(10_000)
        + "]".repeat(10_000) + "}";

    Exchange answer = holder.askInJson(padded);
    assertThat(answer.status()).as("%s", answer).isIn(200, 400);
    if (answer.status() == 200) {
      holder = holderOfToken(IN_TIME);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {64 * 1024 + 1, 200_000, 2_000_000})
  void a_body_beyond_64_kib_is_refused(int length) {
    String json = "{\"padding\":\"" + "a".repeat(length) + "\"}";

    requireRefused(413, holder.askInJson(json), "request.size");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "format | 1",
        "format | []",
        "format | {}",
        "format | true",
        "types | \"CTWalletSamePreAuthorisedInTime\"",
        "types | {}",
        "types | 1",
        "types | [1]",
        "types | [[]]",
        "types | [{}]",
        "proof | []",
        "proof | \"jwt\"",
        "proof | 1",
        "proof | {\"proof_type\":1}",
        "proof | {\"proof_type\":\"jwt\",\"jwt\":1}",
        "proof | {\"proof_type\":\"jwt\",\"jwt\":[]}",
        "proof | {\"proof_type\":\"jwt\",\"jwt\":{}}"
      })
  void a_member_of_another_type_is_refused(String member, String json) {
    Map<String, Object> request = holder.request();
    request.put(member, Json.read(json));

    requireRefused(holder.ask(request), "request.valid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"format", "types"})
  void a_required_member_must_be_there(String member) {
    Map<String, Object> request = holder.request();

    request.put(member, null);
    requireRefused(holder.ask(request), "request.valid");
    request.remove(member);
    requireRefused(holder.ask(request), "request.valid");
  }

  @Test
  void members_must_not_be_too_long_or_too_many() {
    for (var entry : Map.of(
            "format", Json.write("f".repeat(101)),
            "types", Json.write(new String[] {"t".repeat(201)}))
        .entrySet()) {
      Map<String, Object> request = holder.request();
      request.put(entry.getKey(), Json.read(entry.getValue()));
      requireRefused(holder.ask(request), "request.valid");
    }
    Map<String, Object> many = holder.request();
    many.put("types", Collections.nCopies(21, "VerifiableCredential"));
    requireRefused(holder.ask(many), "request.valid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded",
        "text/plain",
        "application/xml",
        "application/jwt",
        "multipart/form-data; boundary=x",
        "nonsense"
      })
  void another_media_type_is_refused(String type) {
    Exchange answer = http.request("POST", RawHttp.CREDENTIAL)
        .header("Authorization", "Bearer " + holder.accessToken())
        .header("Content-Type", type)
        .body(Json.write(holder.request()))
        .send();

    requireRefused(415, answer, "request.media_type");
  }

  @Test
  void a_body_of_no_media_type_is_refused() {
    Exchange answer = http.request("POST", RawHttp.CREDENTIAL)
        .header("Authorization", "Bearer " + holder.accessToken())
        .body(Json.write(holder.request()))
        .send();

    requireRefused(415, answer, "request.media_type");
  }

  private void requireRefused(Exchange answer, String check) {
    requireRefused(400, answer, check);
  }

  private void requireRefused(int status, Exchange answer, String check) {
    assertThatCredentialError(answer)
        .is(status, "invalid_request", check)
        .leaksNone(holder.cNonce());
  }
}
