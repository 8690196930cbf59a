package dev.authmock.it.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.Together;
import dev.authmock.it.support.VerifiedToken;
import dev.authmock.sdk.control.model.TokenShapeOrder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What shaped tokens say. */
class TokenShapeTest extends ShapeTest {

  @Test
  void shaped_tokens_are_signed_as_all_are() {
    shape("{\"claims\":{\"role\":\"auditor\"},\"lifetime\":60}");

    VerifiedToken token = VerifiedToken.of(
        tokens().path("access_token").asText(), http.get(RawHttp.JWKS), sdk.issuer(), clock);
    assertThat(token.claim("role")).isEqualTo("auditor");
    assertThat(token.number("exp")).isEqualTo(token.number("iat") + 60);
  }

  @Test
  void claims_are_in_both_tokens_and_those_of_one_in_that_one() {
    shape("{\"claims\":{\"both\":1},\"access_token_claims\":{\"access\":2},"
        + "\"id_token_claims\":{\"id\":3}}");

    JsonNode tokens = tokens();
    assertThat(accessToken(tokens))
        .containsEntry("both", 1)
        .containsEntry("access", 2)
        .doesNotContainKey("id");
    assertThat(idToken(tokens))
        .containsEntry("both", 1)
        .containsEntry("id", 3)
        .doesNotContainKey("access");
  }

  @Test
  void a_claim_is_any_json_value() {
    String claims = "{\"text\":\"\\u2603 <b>\",\"int\":-7,\"long\":9007199254740993,\"float\":1.5,"
        + "\"true\":true,\"list\":[1,\"two\",null,[]],\"object\":{\"a\":{\"b\":null}},\"empty\":\"\"}";
    JsonNode view = shape("{\"claims\":" + claims + "}");

    Map<String, Object> expected = Json.object(claims);
    assertThat(accessToken(tokens())).containsAllEntriesOf(expected);
    assertThat(idToken(tokens())).containsAllEntriesOf(expected);
    assertThat(view.path("claims")).isEqualTo(Json.read(claims));
    assertThat(shapes().get(0).path("claims")).isEqualTo(Json.read(claims));
  }

  @Test
  void null_takes_a_claim_out() {
    JsonNode view = shape("{\"claims\":{\"iat\":null,\"nothing\":null},"
        + "\"access_token_claims\":{\"nonce\":null,\"jti\":null}}");

    JsonNode tokens = tokens();
    assertThat(accessToken(tokens)).containsOnlyKeys("iss", "sub", "aud", "exp", "claims");
    assertThat(idToken(tokens)).containsOnlyKeys("iss", "sub", "aud", "exp");
    assertThat(view.path("access_token_claims"))
        .isEqualTo(Json.read("{\"nonce\":null,\"jti\":null}"));
  }

  @Test
  void claims_that_every_token_has_can_be_overridden() {
    String claims =
        "{\"iss\":\"https://evil.example\",\"aud\":[\"a\",\"b\"],\"exp\":1,\"iat\":\"now\","
            + "\"sub\":7,\"nonce\":\"same\"}";
    shape(
        "{\"claims\":" + claims + ",\"access_token_claims\":{\"claims\":{\"c_nonce\":\"mine\"}}}");

    JsonNode tokens = tokens();
    assertThat(accessToken(tokens))
        .containsAllEntriesOf(Json.object(claims))
        .containsEntry("claims", Map.of("c_nonce", "mine"));
    assertThat(idToken(tokens)).isEqualTo(Json.object(claims));
    assertThat(tokens.path("expires_in").intValue()).isEqualTo(86400);
    assertThat(tokens.path("c_nonce").asText()).isNotEqualTo("mine");
  }

  @Test
  void the_subject_is_that_of_both_tokens() {
    shape("{\"subject\":\"did:ebsi:zvHWX359A3CvfJnCYaAiAde\"}");

    JsonNode tokens = tokens();
    assertThat(accessToken(tokens)).containsEntry("sub", "did:ebsi:zvHWX359A3CvfJnCYaAiAde");
    assertThat(idToken(tokens))
        .containsEntry("sub", "did:ebsi:zvHWX359A3CvfJnCYaAiAde")
        .containsEntry("aud", Codes.HOLDER);
  }

  @Test
  void a_short_lifetime_is_that_of_the_tokens_and_the_nonce() {
    shape("{\"lifetime\":60}");
    requireLifetimes(60, 60);
  }

  @Test
  void a_long_lifetime_is_that_of_the_tokens_and_the_nonce_lives_a_day() {
    shape("{\"lifetime\":31536000}");
    requireLifetimes(31_536_000, 86_400);
  }

  @Test
  void the_later_shape_is_over_the_earlier() {
    shape("{\"name\":\"first\",\"lifetime\":60,\"subject\":\"did:a\","
        + "\"claims\":{\"one\":1,\"two\":1,\"out\":1}}");
    shape("{\"name\":\"second\",\"lifetime\":120,\"claims\":{\"two\":2,\"out\":null}}");
    shape("{\"name\":\"third\",\"access_token_claims\":{\"sub\":\"did:b\"}}");

    JsonNode tokens = tokens();
    assertThat(accessToken(tokens))
        .containsEntry("one", 1)
        .containsEntry("two", 2)
        .containsEntry("sub", "did:b")
        .doesNotContainKey("out");
    assertThat(idToken(tokens)).containsEntry("sub", "did:a");
    assertThat(tokens.path("expires_in").intValue()).isEqualTo(120);
  }

  @Test
  void the_list_has_them_in_order_and_counts_what_they_shaped() {
    shape("{\"name\":\"b\",\"lifetime\":60}");
    shape("{\"name\":\"a\",\"subject\":\"did:a\",\"match\":{\"client_id\":\"https://x.example\"}}");
    tokens();
    tokens();

    assertThat(Json.write(shapes()))
        .isEqualTo(
            "[{\"name\":\"b\",\"match\":{},\"configured\":false,\"applied\":2,\"lifetime\":60},"
                + "{\"name\":\"a\",\"match\":{\"client_id\":\"https://x.example\"},\"configured\":false,"
                + "\"applied\":0,\"subject\":\"did:a\"}]");
  }

  @Test
  void a_name_is_made_up_where_none_is_given() {
    String one = shape("{\"lifetime\":60}").path("name").asText();
    String two = shape("{\"lifetime\":60}").path("name").asText();

    assertThat(one).matches("[A-Za-z0-9._-]{1,100}").isNotEqualTo(two);
  }

  @Test
  void of_requests_at_once_each_is_counted() {
    shape("{\"name\":\"counted\",\"lifetime\":60}");
    List<String> forms = Stream.generate(codes::preAuthorizedWithoutPin)
        .limit(20)
        .map(code -> "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Apre-authorized_code"
            + "&pre-authorized_code=" + code)
        .toList();

    List<Exchange> answers = Together.post(server.getPort(), RawHttp.TOKEN, RawHttp.FORM, forms);
    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(shapes().get(0).path("applied").intValue()).isEqualTo(20);
  }

  @Test
  void a_refused_request_counts_for_nothing() {
    shape("{\"lifetime\":60}");
    http.post(RawHttp.TOKEN, RawHttp.FORM, "grant_type=authorization_code");

    assertThat(shapes().get(0).path("applied").intValue()).isZero();
  }

  @Test
  void one_that_is_removed_shapes_no_more() {
    shape("{\"name\":\"one\",\"claims\":{\"one\":1}}");
    shape("{\"name\":\"two\",\"claims\":{\"two\":2}}");
    assertThat(http.request("DELETE", SHAPES + "/one").send().status()).isEqualTo(204);
    assertThat(accessToken(tokens())).containsKey("two").doesNotContainKey("one");

    assertThat(http.request("DELETE", SHAPES).send().status()).isEqualTo(204);
    assertThat(accessToken(tokens())).doesNotContainKeys("one", "two");
    assertThat(shapes()).isEmpty();
  }

  @Test
  void a_reset_removes_them() {
    shape("{\"lifetime\":60}");
    sdk.control().reset();

    assertThat(shapes()).isEmpty();
    assertThat(tokens().path("expires_in").intValue()).isEqualTo(86400);
  }

  @Test
  void a_name_is_free_again_when_its_shape_is_removed() {
    IntStream.range(0, 3).forEach(i -> {
      shape("{\"name\":\"same\",\"lifetime\":60}");
      assertThat(http.request("DELETE", SHAPES + "/same").send().status()).isEqualTo(204);
    });
  }

  @Test
  void the_sdk_orders_them_too() {
    sdk.control().tokenShapes().add(new TokenShapeOrder().name("by-sdk").lifetime(7));
    assertThat(tokens().path("expires_in").intValue()).isEqualTo(7);
    assertThat(sdk.control().tokenShapes().list().get(0).getApplied()).isEqualTo(1);
    sdk.control().tokenShapes().remove("by-sdk");
    assertThat(sdk.control().tokenShapes().list()).isEmpty();
  }

  private void requireLifetimes(int lifetime, int ofNonce) {
    JsonNode tokens = tokens();
    assertThat(tokens.path("expires_in").intValue()).isEqualTo(lifetime);
    assertThat(tokens.path("c_nonce_expires_in").intValue()).isEqualTo(ofNonce);
    int exp = (int) clock.instant().getEpochSecond() + lifetime;
    assertThat(accessToken(tokens)).containsEntry("exp", exp);
    assertThat(idToken(tokens)).containsEntry("exp", exp);
    assertThat((Map<?, ?>) accessToken(tokens).get("claims"))
        .extracting("c_nonce_expires_in")
        .isEqualTo(ofNonce);
  }
}
