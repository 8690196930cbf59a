package dev.authmock.sdk;

import com.nimbusds.jose.jwk.ECKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A JWT by which a client proves who it is at the token endpoint ({@code private_key_jwt}).
 *
 * <p>It is good for one request if it has a {@code jti}, so make a fresh one for each.
 *
 * @param clientId the client that it speaks for, sent as {@code client_id}
 * @param serialized the JWT, sent as {@code client_assertion}; a secret while it has not expired,
 *     which {@link #toString()} hides
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-2.2">RFC 7523, section 2.2</a>
 */
public record ClientAssertion(String clientId, String serialized) {

  /** The {@code client_assertion_type} that goes with it. */
  public static final String TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  /** Takes both as they stand. */
  public ClientAssertion {
    Objects.requireNonNull(clientId, "clientId");
    Objects.requireNonNull(serialized, "serialized");
  }

  /**
   * Signs an assertion as the Auth Mock wants it: {@code iss} and {@code sub} are the client, a
   * random {@code jti}, good for 5 minutes from now.
   *
   * @param clientId the URL that the client was registered under
   * @param audience the server's issuer URL, {@link AuthMockClient#issuer()}
   * @param key the client's private P-256 key, with a {@code kid}
   * @return the signed assertion
   * @throws IllegalArgumentException if the key can't sign ES256 or has no {@code kid}
   */
  public static ClientAssertion sign(String clientId, String audience, ECKey key) {
    return builder(clientId, audience, key).sign();
  }

  /**
   * An assertion that was made elsewhere, say, a faulty one that is to be refused.
   *
   * @param clientId the {@code client_id} to send
   * @param serialized the {@code client_assertion} to send, as it stands
   * @return the assertion
   */
  public static ClientAssertion of(String clientId, String serialized) {
    return new ClientAssertion(clientId, serialized);
  }

  /**
   * Starts an assertion that differs from what {@link #sign(String, String, ECKey)} makes.
   *
   * @param clientId the URL that the client was registered under
   * @param audience the server's issuer URL or the URL of its token endpoint
   * @param key the client's private P-256 key, with a {@code kid}
   * @return a builder
   * @throws IllegalArgumentException if the key can't sign ES256 or has no {@code kid}
   */
  public static Builder builder(String clientId, String audience, ECKey key) {
    return new Builder(clientId, audience, new AssertionSigner(key));
  }

  /** Tells whose it is, and not the JWT. */
  @Override
  public String toString() {
    return "ClientAssertion[clientId=" + clientId + "]";
  }

  /** Makes assertions; each {@link #sign()} gives a fresh one. Not for use by several threads. */
  public static final class Builder {

    private final String clientId;
    private final String audience;
    private final AssertionSigner signer;
    private final Map<String, Object> claims = new HashMap<>();
    private final Set<String> omitted = new HashSet<>();
    private Duration lifetime = Duration.ofMinutes(5);
    private Clock clock = Clock.systemUTC();

    private Builder(String clientId, String audience, AssertionSigner signer) {
      this.clientId = clientId;
      this.audience = audience;
      this.signer = signer;
    }

    /**
     * Sets how long the assertion is good, from {@code iat} to {@code exp}.
     *
     * @param lifetime counted in whole seconds, at least one; 5 minutes if not set
     * @return this builder
     * @throws IllegalArgumentException if it is less than a second
     */
    public Builder lifetime(Duration lifetime) {
      if (lifetime.toSeconds() < 1) {
        throw new IllegalArgumentException("a lifetime is at least a second");
      }
      this.lifetime = lifetime;
      return this;
    }

    /**
     * Sets where {@code iat} and {@code exp} get the time from.
     *
     * @param clock the system's clock if not set
     * @return this builder
     */
    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /**
     * Adds a claim, or puts another value into one of those that are there by themselves.
     *
     * @param name for example {@code aud}
     * @param value anything that JSON can show; an {@link Instant} becomes seconds since 1970
     * @return this builder
     */
    public Builder claim(String name, Object value) {
      omitted.remove(name);
      claims.put(name, value instanceof Instant instant ? instant.getEpochSecond() : value);
      return this;
    }

    /**
     * Leaves out a claim that would be there by itself.
     *
     * @param name for example {@code jti}
     * @return this builder
     */
    public Builder withoutClaim(String name) {
      claims.remove(name);
      omitted.add(name);
      return this;
    }

    /**
     * Signs an assertion, issued now.
     *
     * @return an assertion with a {@code jti} of its own, unless that claim was set or left out
     */
    public ClientAssertion sign() {
      Map<String, Object> all =
          AssertionSigner.claims(clientId, audience, clock.instant(), lifetime);
      all.putAll(claims);
      all.keySet().removeAll(omitted);
      return new ClientAssertion(clientId, signer.sign(all));
    }
  }
}
