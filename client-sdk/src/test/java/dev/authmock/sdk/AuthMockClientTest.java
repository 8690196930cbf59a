package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthMockClientTest {

  @Test
  void the_server_is_on_this_machine_unless_told_otherwise() {
    AuthMockClient client = AuthMockClient.create();

    assertThat(client.baseUrl()).isEqualTo(URI.create("http://localhost:8080"));
    assertThat(client.issuer()).isEqualTo("http://localhost:8080/conformance/v3/auth-mock");
    assertThat(client.tokenEndpoint()).isEqualTo(client.issuer() + "/token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://mock.example/team", "https://mock.example/team/", "http://[::1]:8080"})
  void a_base_url_may_have_a_path_and_slashes_at_its_end(String url) {
    assertThat(AuthMockClient.builder().baseUrl(url).build().issuer())
        .isEqualTo(url.replaceFirst("/$", "") + "/conformance/v3/auth-mock");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost:8080",
        "ftp://localhost",
        "http://",
        "http://auth_mock:8080",
        "http://localhost:99999",
        "http://localhost:65536",
        "http://user@localhost",
        "http://localhost/?a=b",
        "http://localhost/#a"
      })
  void another_base_url_is_refused(String url) {
    assertThatThrownBy(() -> AuthMockClient.builder().baseUrl(url))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP://localhost:65535/Team", "Https://LOCALHOST"})
  void the_scheme_of_a_base_url_may_be_in_capitals(String url) {
    String scheme = url.replaceFirst(":.*", "");

    assertThat(AuthMockClient.builder().baseUrl(url).build().baseUrl())
        .hasToString(scheme.toLowerCase(Locale.ROOT) + url.substring(scheme.length()));
  }

  @Test
  void a_path_of_the_base_url_stands_before_every_request() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, "{\"issuer\": \"http://as\"}")) {
      AuthMockClient client =
          AuthMockClient.builder().baseUrl(peer.url() + "/team/").build();

      assertThat(client.metadata().getIssuer()).isEqualTo(URI.create("http://as"));
      assertThat(peer.request().uri())
          .isEqualTo("/team/conformance/v3/auth-mock/.well-known/openid-configuration");
    }
  }

  @Test
  void the_keys_of_the_server_are_found_by_their_id() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("k1").generate().toPublicJWK();
    String body = "{\"keys\": [" + key.toJSONString() + "]}";
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, body)) {
      assertThat(peer.client().jwks().getKeyByKeyId("k1").toECKey()).isEqualTo(key);
      assertThat(peer.request().uri()).isEqualTo("/conformance/v3/auth-mock/jwks");
    }
  }

  @Test
  void timeouts_are_more_than_zero() {
    AuthMockClientBuilder builder = AuthMockClient.builder();

    assertThatThrownBy(() -> builder.requestTimeout(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.connectTimeout(Duration.ofSeconds(-1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, 9_223_372_037L})
  void timeouts_fit_a_long_of_nanoseconds(long seconds) {
    AuthMockClientBuilder builder = AuthMockClient.builder();

    assertThatThrownBy(() -> builder.requestTimeout(Duration.ofSeconds(seconds)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> builder.connectTimeout(Duration.ofSeconds(seconds)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_longest_timeouts_let_a_request_through() throws IOException {
    Duration longest = Duration.ofNanos(Long.MAX_VALUE);
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, "{\"issuer\": \"http://as\"}")) {
      AuthMockClient client = AuthMockClient.builder()
          .baseUrl(peer.url())
          .connectTimeout(longest)
          .requestTimeout(longest)
          .build();

      assertThat(client.metadata().getIssuer()).isEqualTo(URI.create("http://as"));
    }
  }

  @Test
  void an_http_client_of_ones_own_has_its_own_connect_timeout() {
    AuthMockClientBuilder builder = AuthMockClient.builder()
        .httpClient(HttpClient.newHttpClient())
        .connectTimeout(Duration.ofSeconds(1));

    assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_http_client_of_ones_own_carries_the_requests() throws IOException {
    try (FakePeer proxy = FakePeer.answering(200, FakePeer.JSON, "{\"issuer\": \"http://as\"}")) {
      HttpClient proxied =
          HttpClient.newBuilder().proxy(ProxySelector.of(proxy.address())).build();
      AuthMockClient client = AuthMockClient.builder()
          .baseUrl("http://mock.invalid")
          .httpClient(proxied)
          .build();

      assertThat(client.metadata().getIssuer()).isEqualTo(URI.create("http://as"));
      assertThat(proxy.request().uri()).startsWith("http://mock.invalid/conformance/");
    }
  }

  @Test
  void the_generated_operations_are_within_reach() throws Exception {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, "{\"issuer\": \"http://as\"}")) {
      assertThat(peer.client()
              .discoveryApi()
              .getAuthorizationServerMetadataWithHttpInfo()
              .getStatusCode())
          .isEqualTo(200);
      assertThat(peer.request().uri())
          .isEqualTo("/.well-known/oauth-authorization-server/conformance/v3/auth-mock");
    }
  }

  @Test
  void many_threads_may_use_one_client() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, "{\"access_token\": \"at\"}")) {
      AuthMockClient client = peer.client();
      List<String> codes = IntStream.range(0, 200).mapToObj(i -> "code-" + i).toList();

      codes.parallelStream().forEach(code -> client.redeem(PreAuthorizedCodeGrant.of(code)));

      assertThat(peer.requests())
          .extracting(request -> request.body().replaceFirst(".*pre-authorized_code=", ""))
          .containsExactlyInAnyOrderElementsOf(codes);
    }
  }
}
