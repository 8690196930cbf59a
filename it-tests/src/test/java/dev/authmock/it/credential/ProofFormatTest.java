package dev.authmock.it.credential;

import dev.authmock.it.support.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A credential request has a proof, and it is a JWT.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-7.2.1">OpenID4VCI
 *     draft 11, section 7.2.1</a>
 */
class ProofFormatTest extends ProofTest {

  @Test
  void who_sends_no_proof_gets_a_c_nonce_to_make_one_with() {
    Map<String, Object> request = holder.request();

    request.remove("proof");
    requireRefused(request, "proof.present");
    request.put("proof", null);
    requireRefused(request, "proof.present");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"proof_type\":\"jwt\"}",
        "{\"proof_type\":null,\"jwt\":\"a.b.c\"}",
        "{\"jwt\":\"a.b.c\"}",
        "{\"proof_type\":\"jwt\",\"jwt\":null}",
        "{\"proof_type\":\"cwt\",\"jwt\":\"a.b.c\"}",
        "{\"proof_type\":\"cwt\",\"cwt\":\"a\"}",
        "{\"proof_type\":\"ldp_vp\",\"ldp_vp\":{}}",
        "{\"proof_type\":\"JWT\",\"jwt\":\"a.b.c\"}",
        "{\"proof_type\":\"\",\"jwt\":\"a.b.c\"}"
      })
  void the_proof_type_must_be_jwt_with_a_jwt(String proof) {
    Map<String, Object> request = holder.request();
    request.put("proof", Json.read(proof));

    requireRefused(request, "proof.proof_type");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "garbage",
        "a.b",
        "a.b.c",
        "a.b.c.d",
        "a.b.c.d.e",
        "..",
        "e30.e30",
        "{}",
        "eyJhbGciOiJFUzI1NiJ9.bm8ganNvbg.c2ln",
        "eyJhbGciOiJFUzI1NiJ9.W10.c2ln",
        "W10.e30.c2ln",
        "eyJhbGciOiJFUzI1NiJ9 .e30.c2ln"
      })
  void what_is_no_jwt_is_no_proof(String jwt) {
    requireRefused(jwt, "proof.jwt");
  }

  @Test
  void a_good_proof_in_another_form_is_none() {
    requireRefused("." + good(), "proof.jwt");
    requireRefused(good() + "\n", "proof.jwt");
    requireRefused(" " + good(), "proof.jwt");
    requireRefused(good().replace('.', ','), "proof.jwt");
    requireRefused(good().replaceFirst("[^.]*$", ""), "proof.signature");
    requireRefused(good().replaceFirst("^[^.]*", ""), "proof.jwt");
  }

  @ParameterizedTest
  @ValueSource(ints = {1000, 30_000, 60_000})
  void a_long_jwt_is_refused_like_any_other(int length) {
    requireRefused("A".repeat(length), "proof.jwt");
  }

  @ParameterizedTest
  @ValueSource(ints = {1100, 10_000})
  void claims_that_are_nested_deep_are_refused(int depth) {
    String nested = "{\"a\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
    String payload = Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(nested.getBytes(StandardCharsets.UTF_8));

    requireRefused("eyJhbGciOiJFUzI1NiJ9." + payload + ".c2ln", "proof.jwt");
  }

  private String good() {
    return holder.proof().sign().serialized();
  }
}
