package dev.authmock.fetch;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;

/** Makes an HTTP client with everything turned off that it would do of its own accord. */
final class BareHttpClient {

  private BareHttpClient() {}

  static CloseableHttpClient create(FetchSettings settings, DnsResolver resolver) {
    return HttpClients.custom()
        .setConnectionManager(connections(settings, resolver))
        .setConnectionReuseStrategy((request, response, context) -> false)
        .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
        .setUserAgent("auth-mock")
        .setDefaultHeaders(List.of(
            new BasicHeader(HttpHeaders.CONNECTION, "close"),
            new BasicHeader(HttpHeaders.ACCEPT_ENCODING, "identity")))
        .setDefaultRequestConfig(RequestConfig.custom()
            .setConnectionRequestTimeout(total(settings))
            .setResponseTimeout(total(settings))
            .setProtocolUpgradeEnabled(false)
            .build())
        .disableAuthCaching()
        .disableAutomaticRetries()
        .disableConnectionState()
        .disableContentCompression()
        .disableCookieManagement()
        .disableRedirectHandling()
        .build();
  }

  private static PoolingHttpClientConnectionManager connections(
      FetchSettings settings, DnsResolver resolver) {
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(resolver)
        .setMaxConnPerRoute(Admission.MAX_PER_ORIGIN)
        .setMaxConnTotal(Admission.MAX_IN_ALL)
        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
            .http1Config(Http1Config.custom()
                .setMaxHeaderCount(100)
                .setMaxLineLength(8192)
                .build())
            .build())
        .setDefaultConnectionConfig(ConnectionConfig.custom()
            .setConnectTimeout(
                Timeout.of(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS))
            .setSocketTimeout(total(settings))
            .build())
        .setDefaultTlsConfig(
            TlsConfig.custom().setHandshakeTimeout(total(settings)).build())
        .build();
  }

  private static Timeout total(FetchSettings settings) {
    return Timeout.of(settings.totalTimeout().toMillis(), TimeUnit.MILLISECONDS);
  }
}
