package dev.authmock.it;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.METHOD_NOT_ALLOWED;
import static dev.authmock.it.support.Kind.PAYLOAD_TOO_LARGE;
import static dev.authmock.it.support.Kind.UNSUPPORTED_MEDIA_TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Client metadata that can't be registered; RFC 7591, section 3.2.2. */
class RegistrationRulesTest extends ServiceTest {
  private final ECKey key = Keys.ec("key-1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "issuer",
        "/auth",
        "did:key:z2dmz",
        "urn:issuer",
        "ftp://issuer.example/auth",
        "http://",
        "https:///auth",
        "https://user:secret@issuer.example/auth",
        "https://issuer.example/auth#me",
        "https://issuer.example/a b",
        "javascript:alert(1)",
        ""
      })
  void a_client_id_must_be_an_http_url_without_user_info_or_fragment(String clientId) {
    assertThatProblem(register(with("client_id", clientId)))
        .is(BAD_REQUEST, "invalid_client_metadata", "registration.client_id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://issuer.example/cb#fragment",
        "https://user:secret@issuer.example/cb",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "/callback",
        "callback",
        "//issuer.example/cb",
        "https://issuer.example/a b",
        "",
        "#"
      })
  void a_redirect_uri_must_be_absolute_and_harmless(String redirectUri) {
    assertThatProblem(register(with("redirect_uris", List.of("openid:", redirectUri))))
        .is(BAD_REQUEST, "invalid_redirect_uri", "registration.redirect_uris");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://issuer.example/cb",
        "http://localhost:3000/cb?a=b",
        "openid://",
        "openid:",
        "openid://callback",
        "com.example.wallet:/callback",
        "com.example.wallet:"
      })
  void wallets_may_register_their_own_schemes(String redirectUri) {
    Exchange answer = register(with("redirect_uris", List.of(redirectUri)));

    assertThat(answer.status()).as("%s", answer).isEqualTo(201);
    assertThat(answer.json().path("redirect_uris").path(0).asText()).isEqualTo(redirectUri);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"client_secret_basic", "client_secret_post", "none", "client_secret_jwt", ""})
  void the_token_endpoint_auth_method_must_be_private_key_jwt(String method) {
    assertThatProblem(register(with("token_endpoint_auth_method", method)))
        .is(BAD_REQUEST, "invalid_client_metadata", "registration.auth_method");
  }

  @Test
  void exactly_one_of_jwks_and_jwks_uri_must_be_given() {
    assertThatProblem(register(with("jwks_uri", "https://issuer.example/jwks")))
        .is(BAD_REQUEST, "invalid_client_metadata", "registration.one_key_source");
    assertThatProblem(register(with("jwks", null)))
        .is(BAD_REQUEST, "invalid_client_metadata", "registration.one_key_source");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://issuer.example/jwks",
        "file:///etc/passwd",
        "/jwks",
        "https://",
        "https://u:p@issuer.example/jwks",
        "https://issuer.example/jwks#keys",
        "javascript:alert(1)"
      })
  void a_jwks_uri_must_be_an_http_url_without_user_info_or_fragment(String jwksUri) {
    Map<String, Object> metadata = with("jwks", null);
    metadata.put("jwks_uri", jwksUri);

    assertThatProblem(register(metadata))
        .is(BAD_REQUEST, "invalid_client_metadata", "registration.jwks_uri");
  }

  @Test
  void a_jwks_must_hold_public_keys_only() {
    Exchange answer = register(with("jwks", keys(key.toJSONObject())));

    assertThatProblem(answer)
        .is(BAD_REQUEST, "invalid_client_metadata", "registration.jwks")
        .leaksNone(key.getD().toString());
    assertThatProblem(register(
            with("jwks", keys(Map.of("kty", "oct", "kid", "key-1", "k", "c2VjcmV0LXNlY3JldA")))))
        .is(BAD_REQUEST, "invalid_client_metadata", "registration.jwks")
        .leaksNone("c2VjcmV0LXNlY3JldA");
  }

  @Test
  void a_jwks_must_not_name_two_keys_alike() {
    ECKey twin = Keys.ec("key-1").toPublicJWK();
    Exchange answer =
        register(with("jwks", Map.of("keys", List.of(publicKey(), twin.toJSONObject()))));

    assertThatProblem(answer).is(BAD_REQUEST, "invalid_client_metadata", "registration.jwks");
    assertThat(answer.body()).contains("one key of each kid", "key-1");
  }

  @Test
  void a_jwks_has_at_most_100_keys() {
    Object many = Map.of("keys", Collections.nCopies(101, publicKey()));

    assertThatProblem(register(with("jwks", many)))
        .is(BAD_REQUEST, "invalid_client_metadata", "registration.valid");
  }

  @Test
  void a_jwks_must_hold_a_key_that_can_verify_es256() {
    List<Object> unusable = List.of(
        Map.of("keys", List.of()),
        keys(Keys.ec(Curve.P_384, "key-1").toPublicJWK().toJSONObject()),
        keys(without(key, "kid")),
        keys(without(key, "y")),
        keys(replacing(key, "x", key.getY().toString())),
        keys(replacing(key, "use", "enc")),
        keys(Map.of()));
    for (Object jwks : unusable) {
      assertThatProblem(register(with("jwks", jwks)))
          .is(BAD_REQUEST, "invalid_client_metadata", "registration.jwks");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "nonsense",
        "[]",
        "null",
        "\"text\"",
        "{\"client_id\":\"https://a.example\",}",
        "\u0000"
      })
  void the_body_must_be_a_json_object(String body) {
    assertThat(post(body).status()).isEqualTo(400);
    assertThat(post(body).json().path("check").asText())
        .isIn("request.readable", "registration.valid");
    assertThat(post(body).json().path("error").asText())
        .isIn("invalid_request", "invalid_client_metadata");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"client_id\":null,\"jwks_uri\":\"https://a.example\"}",
        "{\"client_id\":{\"a\":1}}",
        "{\"client_id\":[\"https://a.example\"]}",
        "{\"client_id\":\"https://a.example\",\"redirect_uris\":\"https://a.example\",\"jwks_uri\":7}",
        "{\"client_id\":\"https://a.example\",\"redirect_uris\":{\"a\":1}}",
        "{\"client_id\":\"https://a.example\",\"jwks\":[]}",
        "{\"client_id\":\"https://a.example\",\"jwks\":{}}",
        "{\"client_id\":\"https://a.example\",\"jwks\":{\"keys\":null}}",
        "{\"client_id\":\"https://a.example\",\"jwks\":{\"keys\":{}}}",
        "{\"client_id\":\"https://a.example\",\"jwks\":{\"keys\":[null]}}",
        "{\"client_id\":\"https://a.example\",\"jwks\":{\"keys\":[7]}}",
        "{\"client_id\":\"https://a.example\",\"jwks\":{\"keys\":[{\"kty\":7}]}}",
        "{\"client_id\":\"https://a.example\",\"jwks_uri\":\"https://a.example\",\"redirect_uris\":[null]}",
        "{\"client_id\":\"https://a.example\",\"jwks_uri\":\"https://a.example\",\"redirect_uris\":[[]]}"
      })
  void nulls_and_wrong_types_are_refused_without_harm(String body) {
    Exchange answer = post(body);

    assertThatProblem(answer)
        .is(
            BAD_REQUEST,
            answer.json().path("error").asText(),
            answer.json().path("check").asText());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"client_id\"", "\"client_\\u0069d\"", "\"x\":{\"y\":1,\"y\":1},\"z\""})
  void a_member_may_be_named_once(String again) {
    String body = "{\"client_id\":\"https://a.example\",\"jwks_uri\":\"https://a.example/jwks\","
        + again + ":\"https://evil.example\"}";

    assertThatProblem(post(body)).is(BAD_REQUEST, "invalid_request", "request.readable");
    assertThat(post(body).body()).contains("names a member twice");
  }

  @Test
  void what_is_not_utf_8_is_no_json() {
    String body =
        "{\"client_id\":\"https://a.example\",\"jwks_uri\":\"https://a.example/jwks\",\"client_";
    // An overlong i, half a character, and one beyond the last.
    for (String bytes : List.of("\u00c1\u00a9", "\u00ed\u00a0\u0080", "\u00f4\u0090\u0080\u0080")) {
      Exchange answer = http.request("POST", RawHttp.REGISTER)
          .header("Content-Type", "application/json")
          .body((body + bytes + "d\":\"https://evil.example\"}")
              .getBytes(StandardCharsets.ISO_8859_1))
          .send();
      assertThatProblem(answer).is(BAD_REQUEST, "invalid_request", "request.readable");
      assertThat(answer.body()).contains("not UTF-8");
    }
  }

  @Test
  void json_that_is_nested_10_000_deep_is_refused_without_harm() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    for (String member : List.of("client_id", "redirect_uris", "jwks", "extension")) {
      Exchange answer = post("{\"" + member + "\":" + deep + "}");
      assertThatProblem(answer)
          .is(
              BAD_REQUEST,
              answer.json().path("error").asText(),
              answer.json().path("check").asText());
    }
  }

  @Test
  void unknown_members_are_ignored() {
    Map<String, Object> metadata = with("grant_types", List.of("authorization_code"));
    metadata.put("contacts", Map.of("any", List.of("thing")));

    assertThat(register(metadata).status()).isEqualTo(201);
  }

  @Test
  void limits_of_the_contract_are_kept() {
    assertThatProblem(register(with("client_name", "x".repeat(201))))
        .is(BAD_REQUEST, "invalid_client_metadata", "registration.valid")
        .saying("client_name");
    assertThatProblem(register(with("redirect_uris", Collections.nCopies(21, "openid:"))))
        .is(BAD_REQUEST, "invalid_client_metadata", "registration.valid")
        .saying("redirect_uris");
  }

  @Test
  void a_registration_is_json_of_at_most_64_kib() {
    assertThatProblem(http.post(
            RawHttp.REGISTER, RawHttp.FORM, Form.empty().with("client_id", "x").encoded()))
        .is(UNSUPPORTED_MEDIA_TYPE, "invalid_request", "request.media_type");
    assertThatProblem(register(with("client_name", "x".repeat(70_000))))
        .is(PAYLOAD_TOO_LARGE, "invalid_request", "request.size");
    assertThatProblem(http.get(RawHttp.REGISTER))
        .is(METHOD_NOT_ALLOWED, "invalid_request", "request.method");
  }

  private Exchange register(Map<String, Object> metadata) {
    return post(Json.write(metadata));
  }

  private Exchange post(String body) {
    return http.post(RawHttp.REGISTER, "application/json", body);
  }

  /** Good metadata but for this member; null leaves it out. */
  private Map<String, Object> with(String name, Object value) {
    Map<String, Object> metadata = new HashMap<>();
    metadata.put("client_id", clients.freshId());
    metadata.put("jwks", keys(key.toPublicJWK().toJSONObject()));
    metadata.put(name, value);
    metadata.values().removeIf(Objects::isNull);
    return metadata;
  }

  private Map<String, Object> publicKey() {
    return key.toPublicJWK().toJSONObject();
  }

  private static Map<String, Object> keys(Map<String, Object> only) {
    return Map.of("keys", List.of(only));
  }

  private static Map<String, Object> without(ECKey key, String member) {
    Map<String, Object> jwk = new HashMap<>(key.toPublicJWK().toJSONObject());
    jwk.remove(member);
    return jwk;
  }

  private static Map<String, Object> replacing(ECKey key, String member, Object value) {
    Map<String, Object> jwk = new HashMap<>(key.toPublicJWK().toJSONObject());
    jwk.put(member, value);
    return jwk;
  }
}
