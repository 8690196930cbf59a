package dev.authmock.it;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.jwks.JwksHost;
import dev.authmock.it.support.jwks.RemoteKeysTest;
import dev.authmock.it.support.jwks.SocketHost;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever a client's host does, its client gets an answer within 5 seconds that says what was wrong
 * with the host, and keeps its code.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517, section 5</a>
 */
class JwksUriBadHostTest extends RemoteKeysTest {
  private static final String REACHABLE = "client_keys.reachable";
  private static final String READABLE = "client_keys.readable";
  private static final String PUBLIC = "client_keys.public";

  @Test
  void a_host_that_refuses_connections_is_not_reachable() throws IOException {
    try (Socket taken = new Socket()) {
      assertUnusable(SocketHost.refusing(taken), REACHABLE).saying("does not accept connections");
    }
  }

  @Test
  void a_host_that_nobody_knows_is_not_reachable() {
    assertUnusable("http://host.invalid/jwks", REACHABLE);
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 410, 429, 500, 503})
  void a_host_that_answers_an_error_is_not_reachable(int status) {
    try (JwksHost host = new JwksHost()) {
      ECKey key = Keys.ec("key-1");
      host.answer(JwksHost.json("{\"keys\":[" + key.toPublicJWK() + "]}").withStatus(status));
      assertUnusable(walletAt(host.jwksUri(), key), REACHABLE).saying("status " + status);
    }
  }

  @Test
  void a_host_that_never_answers_is_not_reachable() throws IOException {
    try (SocketHost host = SocketHost.neverAnswering()) {
      assertUnusable(host.jwksUri(), REACHABLE).saying("in time");
    }
  }

  @Test
  void a_host_that_drips_a_byte_a_second_is_not_reachable() throws IOException {
    try (SocketHost host = SocketHost.dripping()) {
      assertUnusable(host.jwksUri(), REACHABLE).saying("in time");
    }
  }

  @ParameterizedTest
  @MethodSource
  void a_host_that_resets_the_connection_is_not_reachable(String sentBefore) throws IOException {
    try (SocketHost host = SocketHost.resettingAfter(sentBefore)) {
      assertUnusable(host.jwksUri(), REACHABLE).saying("broke the connection off");
    }
  }

  static Stream<Named<String>> a_host_that_resets_the_connection_is_not_reachable() {
    return Stream.of(
        named("at once", ""),
        named("within the head", "HTTP/1.1 200 OK\r\nContent-Ty"),
        named("within the body", SocketHost.head(100) + "{\"keys\":[{"));
  }

  @ParameterizedTest(name = "{index}")
  @ValueSource(strings = {"SSH-2.0-OpenSSH_9.2\r\n", "220 mail ESMTP\r\n\r\n", "\u0000\u0001", " "})
  void a_host_that_does_not_speak_http_is_not_reachable(String greeting) throws IOException {
    try (SocketHost host = SocketHost.resettingAfter(greeting)) {
      assertUnusable(host.jwksUri(), REACHABLE);
    }
  }

  @Test
  void a_host_that_ends_the_connection_within_the_body_is_not_reachable() throws IOException {
    try (JwksHost host = new JwksHost()) {
      host.answer(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE));
      assertUnusable(host.jwksUri(), REACHABLE);
    }
  }

  @Test
  void a_host_that_sends_10_megabytes_is_not_reachable() {
    try (JwksHost host = new JwksHost()) {
      ECKey key = Keys.ec("key-1");
      String padded = "{\"keys\":[" + key.toPublicJWK() + "]}" + " ".repeat(10_000_000);
      host.answer(JwksHost.json(padded));
      assertUnusable(walletAt(host.jwksUri(), key), REACHABLE).saying("more than");
    }
  }

  @Test
  void a_host_that_sends_without_end_is_not_reachable() throws IOException {
    try (SocketHost host = SocketHost.sending(Long.MAX_VALUE)) {
      assertUnusable(host.jwksUri(), REACHABLE).saying("more than");
    }
  }

  @Test
  void a_host_that_sends_a_compressed_body_is_not_reachable() {
    try (JwksHost host = new JwksHost()) {
      host.answer(JwksHost.json("anything").withHeader("Content-Encoding", "gzip"));
      assertUnusable(host.jwksUri(), REACHABLE);
    }
  }

  @Test
  void a_host_with_a_certificate_that_nobody_trusts_is_not_reachable() {
    ECKey key = Keys.ec("key-1");
    try (JwksHost host = JwksHost.overTls(key)) {
      assertUnusable(walletAt(host.jwksUri(), key), REACHABLE).saying("TLS");
      assertThat(host.requests()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void a_redirect_to_another_host_is_not_followed(int status) {
    ECKey key = Keys.ec("key-1");
    try (JwksHost host = new JwksHost();
        JwksHost other = JwksHost.of(key)) {
      host.answer(aResponse().withStatus(status).withHeader("Location", other.jwksUri()));
      assertUnusable(walletAt(host.jwksUri(), key), REACHABLE).saying("redirected to another");
      assertThat(host.requests()).isEqualTo(1);
      assertThat(other.requests()).isZero();
    }
  }

  @Test
  void a_redirect_by_way_of_the_same_host_to_another_is_not_followed() {
    ECKey key = Keys.ec("key-1");
    try (JwksHost host = new JwksHost();
        JwksHost other = JwksHost.of(key)) {
      host.answer(aResponse().withStatus(302).withHeader("Location", "/next"));
      host.answer("/next", aResponse().withStatus(302).withHeader("Location", other.jwksUri()));
      assertUnusable(walletAt(host.jwksUri(), key), REACHABLE).saying("redirected to another");
      assertThat(other.requests()).isZero();
    }
  }

  @Test
  void a_redirect_to_a_link_local_address_is_not_followed() {
    try (JwksHost host = new JwksHost()) {
      host.answer(aResponse()
          .withStatus(302)
          .withHeader("Location", "http://169.254.169.254/latest/meta-data/"));
      assertUnusable(host.jwksUri(), REACHABLE).saying("redirected to another");
    }
  }

  @Test
  void a_redirect_that_leads_nowhere_is_not_followed_for_ever() {
    try (JwksHost host = new JwksHost()) {
      host.answer(aResponse().withStatus(302).withHeader("Location", "/jwks"));
      assertUnusable(host.jwksUri(), REACHABLE);
      assertThat(host.requests()).isBetween(2, 10);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "http://[::ffff:169.254.169.254]/latest/meta-data/",
        "http://[fd00:ec2::254]/latest/meta-data/",
        "http://169.254.1.1:8080/jwks",
        "http://[fe80::1]/jwks",
        "http://224.0.0.1/jwks",
      })
  void a_link_local_address_is_not_called(String jwksUri) {
    assertUnusable(jwksUri, REACHABLE).saying("which is not connected to");
  }

  @ParameterizedTest
  @MethodSource
  void what_is_not_a_jwk_set_is_not_readable(ResponseDefinitionBuilder answer) {
    try (JwksHost host = new JwksHost()) {
      host.answer(answer);
      assertUnusable(host.jwksUri(), READABLE);
    }
  }

  static Stream<Named<ResponseDefinitionBuilder>> what_is_not_a_jwk_set_is_not_readable() {
    return Stream.of(
        body("nothing", ""),
        body("a page", "<!DOCTYPE html><title>Welcome</title>"),
        body("JSON that breaks off", "{\"keys\":[{\"kty\":\"EC\""),
        body("a string", "\"keys\""),
        body("null", "null"),
        body("one key by itself", Keys.ec("key-1").toPublicJWK().toJSONString()),
        body("keys in an array", "[" + Keys.ec("key-1").toPublicJWK().toJSONString() + "]"),
        body("JSON without keys", "{}"),
        body("no keys", "{\"keys\":[]}"),
        body("null for the keys", "{\"keys\":null}"),
        body("an object for the keys", "{\"keys\":{}}"),
        body("a string for the keys", "{\"keys\":\"none\"}"),
        body("a string for a key", "{\"keys\":[\"key-1\"]}"),
        body("null for a key", "{\"keys\":[null]}"),
        body("arrays without end", "{\"keys\":" + "[".repeat(100_000)),
        body("a point off the curve", keys(offCurve())),
        body(
            "a P-256 key without y",
            keys("{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"key-1\","
                + "\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\"}")),
        body("101 keys", keys(manyKeys(101))));
  }

  @Test
  void a_jwk_set_with_an_encoding_of_its_own_is_not_readable() {
    try (JwksHost host = new JwksHost()) {
      host.answer(JwksHost.json("").withBody("{\"keys\":[]}".getBytes(StandardCharsets.UTF_16LE)));
      assertUnusable(host.jwksUri(), READABLE);
    }
  }

  @Test
  void bytes_that_are_no_text_are_not_reachable_keys() {
    try (JwksHost host = new JwksHost()) {
      host.answer(JwksHost.json("").withBody(new byte[] {(byte) 0xff, (byte) 0xfe, 0}));
      assertUnusable(host.jwksUri(), REACHABLE);
    }
  }

  @Test
  void the_media_type_of_the_keys_is_not_looked_at() {
    ECKey key = Keys.ec("key-1");
    try (JwksHost host = new JwksHost()) {
      host.answer(aResponse()
          .withHeader("Content-Type", "text/plain")
          .withBody("{\"keys\":[" + key.toPublicJWK() + "]}"));
      assertAccepted(walletAt(host.jwksUri(), key).form());
    }
  }

  @Test
  void a_jwk_set_with_the_private_key_is_refused() {
    ECKey key = Keys.ec("key-1");
    try (JwksHost host = new JwksHost()) {
      host.answer(JwksHost.json(new JWKSet(key).toString(false)));
      assertUnusable(walletAt(host.jwksUri(), key), PUBLIC)
          .leaksNone(key.getD().toString(), key.getX().toString());
    }
  }

  @Test
  void a_jwk_set_with_the_private_half_of_another_key_is_refused() throws JOSEException {
    ECKey key = Keys.ec("key-1");
    try (JwksHost host = new JwksHost()) {
      host.answer(JwksHost.json(keys(key.toPublicJWK().toJSONString()
          + ","
          + new RSAKeyGenerator(2048).keyID("rsa-1").generate())));
      assertUnusable(walletAt(host.jwksUri(), key), PUBLIC);
    }
  }

  @Test
  void a_jwk_set_with_a_symmetric_key_is_refused() throws JOSEException {
    ECKey key = Keys.ec("key-1");
    try (JwksHost host = new JwksHost()) {
      host.answer(JwksHost.json(keys(key.toPublicJWK().toJSONString()
          + ","
          + new OctetSequenceKeyGenerator(256).keyID("oct-1").generate())));
      assertUnusable(walletAt(host.jwksUri(), key), PUBLIC);
    }
  }

  @Test
  void a_jwk_set_of_rsa_keys_has_no_key_that_could_be_meant() throws JOSEException {
    try (JwksHost host = JwksHost.of(new RSAKeyGenerator(2048).keyID("key-1").generate())) {
      assertUnusable(host.jwksUri(), "client_assertion.key_known");
    }
  }

  @Test
  void a_jwk_set_of_keys_on_another_curve_has_no_key_that_could_be_meant() {
    try (JwksHost host = JwksHost.of(Keys.ec(Curve.P_384, "key-1"))) {
      assertUnusable(host.jwksUri(), "client_assertion.key_known");
    }
  }

  @Test
  void a_key_for_encryption_does_not_authenticate() {
    ECKey key = Keys.ec("key-1");
    try (JwksHost host = new JwksHost()) {
      String published = key.toPublicJWK().toJSONString().replaceFirst("\\{", "{\"use\":\"enc\",");
      host.answer(JwksHost.json(keys(published)));
      assertUnusable(walletAt(host.jwksUri(), key), "client_assertion.key_known");
    }
  }

  private static Named<ResponseDefinitionBuilder> body(String name, String body) {
    return named(name, JwksHost.json(body));
  }

  private static String keys(String keys) {
    return "{\"keys\":[" + keys + "]}";
  }

  private static String offCurve() {
    ECKey one = Keys.ec("key-1");
    ECKey other = Keys.ec("key-1");
    return one.toPublicJWK()
        .toJSONString()
        .replace(one.getY().toString(), other.getY().toString());
  }

  private static String manyKeys(int number) {
    ECKey key = Keys.ec("key-1");
    return IntStream.range(0, number)
        .mapToObj(i -> new ECKey.Builder(key.toPublicJWK()).keyID("key-" + i).build())
        .map(ECKey::toJSONString)
        .collect(Collectors.joining(","));
  }
}
