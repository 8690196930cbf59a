package dev.authmock.did;

import dev.authmock.fetch.FakeHost;
import dev.authmock.fetch.FetchSettings;
import dev.authmock.fetch.GuardedHttpClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A DID registry on a real local socket, whose answer a test may change, and its resolvers. */
final class FakeRegistry implements AutoCloseable {

  static final String PATH = "/did-registry/v5";
  static final Duration MAX_AGE = Duration.ofMinutes(5);
  static final Duration REFRESH_INTERVAL = Duration.ofSeconds(10);

  private final FakeHost host =
      FakeHost.that((socket, out) -> out.write(answer().getBytes(StandardCharsets.UTF_8)));
  private final GuardedHttpClient http = client();
  private volatile String answer = "";

  /** Short limits keep the tests of slow hosts quick. */
  static GuardedHttpClient client() {
    return new GuardedHttpClient(
        new FetchSettings(Duration.ofMillis(300), Duration.ofMillis(600), 512 * 1024, false));
  }

  /** A resolver of its own, with that registry or with none. */
  static DidResolver resolver(GuardedHttpClient http, Clock clock, Optional<String> url) {
    return new DidResolver(registry(http, clock, url), DidDocuments.CRYPTO);
  }

  DidResolver resolver(Clock clock) {
    return new DidResolver(registry(clock), DidDocuments.CRYPTO);
  }

  EbsiRegistry registry(Clock clock) {
    return registry(http, clock, Optional.of(host.uri("127.0.0.1", PATH).toString()));
  }

  private static EbsiRegistry registry(GuardedHttpClient http, Clock clock, Optional<String> url) {
    DidConfiguration configuration = new DidConfiguration();
    url.ifPresent(configuration::setEbsiRegistry);
    configuration.setMaxAge(MAX_AGE);
    configuration.setRefreshInterval(REFRESH_INTERVAL);
    return new EbsiRegistry(http, DidDocuments.CRYPTO, clock, configuration);
  }

  String origin() {
    return host.uri("127.0.0.1", "").toString();
  }

  void holds(Map<String, Object> document) {
    answers(FakeHost.ok(DidDocuments.json(document)));
  }

  void answers(String response) {
    answer = response;
  }

  /** The heads of the requests that came. */
  List<String> requests() {
    return host.requests();
  }

  @Override
  public void close() throws IOException {
    http.close();
    host.close();
  }

  private String answer() {
    return answer;
  }
}
