package dev.authmock.fetch;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;

/** Clients with limits that keep the tests quick. */
final class Fetching {

  static final Duration TOTAL = Duration.ofMillis(600);
  static final int MAX_BODY_SIZE = 512 * 1024;
  static final String JSON = "application/json";

  private Fetching() {}

  static GuardedHttpClient client() {
    return client(InetAddress::getAllByName);
  }

  static GuardedHttpClient client(HostResolver resolver) {
    return new GuardedHttpClient(settings(false), resolver);
  }

  static FetchSettings settings(boolean denyPrivate) {
    return new FetchSettings(Duration.ofMillis(300), TOTAL, MAX_BODY_SIZE, denyPrivate);
  }

  static FetchException failure(GuardedHttpClient client, URI uri) {
    return catchThrowableOfType(FetchException.class, () -> client.get(uri, JSON));
  }
}
