package dev.authmock.it.support.jwks;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;

/**
 * A host that has a client's JWK set, or answers something else in its place.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517, section 5</a>
 */
public final class JwksHost implements AutoCloseable {
  private static final String PATH = "/jwks";

  private final WireMockServer server;

  /** A host that answers 404 to everything. */
  public JwksHost() {
    this(wireMockConfig().dynamicPort());
  }

  private JwksHost(WireMockConfiguration configuration) {
    server = new WireMockServer(configuration);
    server.start();
    server.stubFor(any(anyUrl()).atPriority(10).willReturn(aResponse().withStatus(404)));
  }

  /** A host with the public halves of these keys. */
  public static JwksHost of(JWK... keys) {
    JwksHost host = new JwksHost();
    host.publish(keys);
    return host;
  }

  /** The same over TLS, with a certificate that nobody has vouched for. */
  public static JwksHost overTls(JWK... keys) {
    JwksHost host = new JwksHost(wireMockConfig().httpDisabled(true).dynamicHttpsPort());
    host.publish(keys);
    return host;
  }

  /** Has the public halves of these keys from now on, and no others. */
  public void publish(JWK... keys) {
    answer(json(new JWKSet(List.of(keys)).toString(true)));
  }

  /** Answers this from now on where the keys should be. */
  public void answer(ResponseDefinitionBuilder response) {
    answer(PATH, response);
  }

  /** Answers this from now on at that path. */
  public void answer(String path, ResponseDefinitionBuilder response) {
    server.stubFor(get(urlEqualTo(path)).willReturn(response));
  }

  /** A good answer with this body. */
  public static ResponseDefinitionBuilder json(String body) {
    return aResponse().withHeader("Content-Type", "application/jwk-set+json").withBody(body);
  }

  /** Where the keys are. */
  public String jwksUri() {
    return url(PATH);
  }

  /** The URL of that path of this host. */
  public String url(String path) {
    return server.baseUrl() + path;
  }

  /** How many requests came, to any path. */
  public int requests() {
    return server.getAllServeEvents().size();
  }

  /** Counts requests from zero again. */
  public void forget() {
    server.resetRequests();
  }

  @Override
  public void close() {
    server.stop();
  }
}
