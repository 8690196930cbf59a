package dev.authmock.it.clients;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.jwks.JwksHost;
import dev.authmock.it.support.jwks.RemoteKeysTest;
import dev.authmock.it.support.jwks.RemoteWallet;
import dev.authmock.it.support.jwks.SocketHost;
import java.io.IOException;
import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A {@code jwks_uri}, tested now: what came back, or why nothing did.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517, section 5</a>
 */
class JwksTestTest extends RemoteKeysTest {
  private static final String REACHABLE = "client_keys.reachable";
  private static final String READABLE = "client_keys.readable";
  private static final String PUBLIC = "client_keys.public";

  private final ECKey key = Keys.ec("key-1");

  @Test
  void each_key_is_told_with_whether_it_can_be_used() throws JOSEException {
    ECKey described = new ECKey.Builder(key)
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(com.nimbusds.jose.JWSAlgorithm.ES256)
        .build();
    ECKey forEncryption =
        new ECKey.Builder(Keys.ec("key-2")).keyUse(KeyUse.ENCRYPTION).build();
    ECKey nameless = new ECKey.Builder(Keys.ec("x")).keyID(null).build();
    try (JwksHost host = JwksHost.of(
        described,
        forEncryption,
        nameless,
        Keys.ec(Curve.P_384, "key-4"),
        new RSAKeyGenerator(2048).keyID("key-5").generate())) {
      TestedJwks tested = TestedJwks.at(host.jwksUri(), http).isAccepted();

      assertThat(tested.usable()).containsExactly("true", "false", "false", "false", "false");
      assertThat(tested.key(0).toString())
          .isEqualTo("{\"kid\":\"key-1\",\"kty\":\"EC\",\"crv\":\"P-256\",\"alg\":\"ES256\","
              + "\"use\":\"sig\",\"usable\":true}");
      assertThat(tested.key(2).has("kid")).isFalse();
      assertThat(tested.key(4).path("kty").asText()).isEqualTo("RSA");
    }
  }

  @Test
  void a_kid_that_two_keys_share_names_neither() {
    try (JwksHost host = JwksHost.of(key, Keys.ec("key-1"), Keys.ec("key-2"))) {
      assertThat(TestedJwks.at(host.jwksUri(), http).isAccepted().usable())
          .containsExactly("false", "false", "true");
    }
  }

  @Test
  void keys_are_fetched_past_the_cache_and_what_is_kept_stays() {
    ECKey other = Keys.ec("key-1");
    try (JwksHost host = JwksHost.of(key)) {
      RemoteWallet remote = walletAt(host.jwksUri(), key);
      assertAccepted(remote.form());
      host.publish(other);
      host.forget();

      for (int i = 0; i < 3; i++) {
        TestedJwks.at(host.jwksUri(), http).isAccepted();
      }

      assertThat(host.requests()).isEqualTo(3);
      assertAccepted(remote.form());
      assertThat(host.requests()).isEqualTo(3);
    }
  }

  @Test
  void a_good_test_is_no_matter_for_the_journal() {
    int before = http.get("/mock/journal").json().path("total").intValue();
    try (JwksHost host = JwksHost.of(key)) {
      TestedJwks.at(host.jwksUri(), http).isAccepted();
    }
    assertThat(http.get("/mock/journal").json().path("total").intValue()).isEqualTo(before);
  }

  @Test
  void private_keys_are_told_by_name_and_never_shown() {
    try (JwksHost host = new JwksHost()) {
      ECKey other = Keys.ec("key-2");
      host.answer(
          JwksHost.json("{\"keys\":[" + other.toPublicJWK() + "," + key.toJSONString() + "]}"));

      TestedJwks tested = TestedJwks.at(host.jwksUri(), http).isRefused(PUBLIC).saying("private");

      assertThat(tested.key(1).path("kid").asText()).isEqualTo("key-1");
      assertThat(tested.answer().body())
          .doesNotContain(key.getD().toString())
          .doesNotContain(key.getX().toString())
          .doesNotContain("\"d\"");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 404, 500, 503})
  void a_host_that_answers_no_keys_is_not_reachable(int status) {
    try (JwksHost host = new JwksHost()) {
      host.answer(aResponse().withStatus(status).withBody("secret"));
      assertThat(
              TestedJwks.at(host.jwksUri(), http).isRefused(REACHABLE).answer().body())
          .doesNotContain("secret");
    }
  }

  @Test
  void a_host_that_redirects_elsewhere_is_not_followed() {
    try (JwksHost host = new JwksHost();
        JwksHost elsewhere = JwksHost.of(key)) {
      host.answer(aResponse().withStatus(302).withHeader("Location", elsewhere.jwksUri()));

      TestedJwks.at(host.jwksUri(), http).isRefused(REACHABLE);

      assertThat(elsewhere.requests()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html>no keys</html>",
        "",
        "[]",
        "{}",
        "{\"keys\":{}}",
        "{\"keys\":[]}",
        "{\"keys\":[1]}",
        "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":1}]}",
        "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"AA\",\"y\":\"AA\"}]}"
      })
  void what_is_no_jwk_set_is_not_readable(String body) {
    try (JwksHost host = new JwksHost()) {
      host.answer(JwksHost.json(body));
      TestedJwks.at(host.jwksUri(), http).isRefused(READABLE);
    }
  }

  @Test
  void markup_in_a_key_is_told_as_text() {
    try (JwksHost host = new JwksHost()) {
      host.answer(JwksHost.json("{\"keys\":[{\"kty\":\"<script>\",\"kid\":\"<img src=x>\"}]}"));

      TestedJwks tested = TestedJwks.at(host.jwksUri(), http).isAccepted();

      assertThat(tested.key(0).path("kty").asText()).isEqualTo("<script>");
      assertThat(tested.usable()).containsExactly("false");
    }
  }

  @Test
  void a_long_name_of_a_key_is_told_in_short() {
    try (JwksHost host = JwksHost.of(Keys.ec("k".repeat(10_000)))) {
      TestedJwks tested = TestedJwks.at(host.jwksUri(), http).isAccepted();
      assertThat(tested.key(0).path("kid").asText()).hasSizeLessThan(400);
    }
  }

  @Test
  void a_host_that_hangs_is_not_waited_for() throws IOException {
    try (SocketHost host = SocketHost.neverAnswering()) {
      TestedJwks.at(host.jwksUri(), http).isRefused(REACHABLE).saying("in time");
    }
  }

  @Test
  void a_host_that_sends_too_much_is_not_read() throws IOException {
    try (SocketHost host = SocketHost.sending(Long.MAX_VALUE)) {
      TestedJwks.at(host.jwksUri(), http).isRefused(REACHABLE).saying("more than");
    }
  }

  @Test
  void a_host_that_refuses_connections_or_that_nobody_knows_is_not_reachable() throws IOException {
    try (Socket taken = new Socket()) {
      TestedJwks.at(SocketHost.refusing(taken), http).isRefused(REACHABLE);
    }
    TestedJwks.at("http://host.invalid/jwks", http).isRefused(REACHABLE);
  }

  @Test
  void an_address_that_this_server_may_not_call_is_not_called() {
    TestedJwks.at("http://169.254.169.254/latest/meta-data/", http)
        .isRefused(REACHABLE)
        .saying("a cloud metadata address");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jwks",
        "/jwks",
        "ftp://issuer.example/jwks",
        "file:///etc/passwd",
        "https://user:secret@issuer.example/jwks",
        "https://issuer.example/jwks#keys",
        "http://",
        "http://issuer.example/a b",
        "javascript:alert(1)"
      })
  void what_is_no_http_url_is_no_jwks_uri(String jwksUri) {
    assertThatProblem(TestedJwks.order(jwksUri, http))
        .is(BAD_REQUEST, "invalid_request", "jwks_test.jwks_uri");
  }

  @Test
  void a_jwks_uri_has_no_more_than_2048_characters() {
    assertThatProblem(TestedJwks.order("https://issuer.example/" + "a".repeat(2048), http))
        .is(BAD_REQUEST, "invalid_request", "request.valid");
  }
}
