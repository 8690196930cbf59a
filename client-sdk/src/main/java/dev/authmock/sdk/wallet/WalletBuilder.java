package dev.authmock.sdk.wallet;

import dev.authmock.sdk.AuthMockClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * Settings of both kinds of wallet, each with a default. Not for use by several threads.
 *
 * @param <B> the builder itself
 */
public abstract sealed class WalletBuilder<B extends WalletBuilder<B>>
    permits HolderWalletBuilder, ServiceWalletBuilder {

  final AuthMockClient client;
  String redirectUri;
  String authorizationEndpoint;
  Clock clock = Clock.systemUTC();
  private Pause pause = time -> Thread.sleep(time.toMillis());
  private Duration pollInterval = Duration.ofSeconds(1);
  private Duration patience = Duration.ofSeconds(30);

  WalletBuilder(AuthMockClient client, String redirectUri, String authorizationEndpoint) {
    this.client = Objects.requireNonNull(client, "client");
    this.redirectUri = redirectUri;
    this.authorizationEndpoint = authorizationEndpoint;
  }

  abstract B self();

  /**
   * Sets where the wallet takes codes.
   *
   * @param redirectUri the {@code redirect_uri} of its authorization requests
   * @return this builder
   */
  public final B redirectUri(String redirectUri) {
    this.redirectUri = Objects.requireNonNull(redirectUri, "redirectUri");
    return self();
  }

  /**
   * Sets where the wallet takes the server's requests.
   *
   * @param authorizationEndpoint the {@code authorization_endpoint} of its {@code client_metadata}
   * @return this builder
   */
  public final B authorizationEndpoint(String authorizationEndpoint) {
    this.authorizationEndpoint =
        Objects.requireNonNull(authorizationEndpoint, "authorizationEndpoint");
    return self();
  }

  /**
   * Sets where the wallet gets the time from, for what it signs, verifies and waits for.
   *
   * @param clock the system's clock if not set
   * @return this builder
   */
  public final B clock(Clock clock) {
    this.clock = clock;
    return self();
  }

  /**
   * Sets how the wallet passes the time until it asks for a deferred credential again.
   *
   * @param pause sleeps if not set; a test advances the clock
   * @return this builder
   */
  public final B pause(Pause pause) {
    this.pause = pause;
    return self();
  }

  /**
   * Sets how often the wallet asks for a deferred credential.
   *
   * @param interval from one answer to the next question, more than zero; 1 second if not set
   * @return this builder
   * @throws IllegalArgumentException if it is zero or less
   */
  public final B pollInterval(Duration interval) {
    if (interval.isZero() || interval.isNegative()) {
      throw new IllegalArgumentException("an interval is more than zero");
    }
    this.pollInterval = interval;
    return self();
  }

  /**
   * Sets for how long the wallet asks for a deferred credential.
   *
   * @param patience from the first question to the last; 30 seconds if not set, zero to ask once
   * @return this builder
   */
  public final B patience(Duration patience) {
    this.patience = patience;
    return self();
  }

  final Polling polling() {
    return new Polling(clock, pause, pollInterval, patience);
  }
}
