package dev.authmock.sdk.wallet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Makes a JWT that is right unless it is told otherwise: any member of its header and any claim can
 * be changed or left out, and any P-256 key may sign it.
 *
 * <p>Each {@link #sign()} issues it anew. Not for use by several threads.
 *
 * @param <T> what the JWT is
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-7.1">RFC 7515, section 7.1</a>
 */
public final class JwtBuilder<T> {

  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private final Set<String> omitted = new HashSet<>();
  private final Function<String, T> result;
  private ECKey key;
  private Duration lifetime = Duration.ofMinutes(5);
  private Clock clock = Clock.systemUTC();

  JwtBuilder(String type, String kid, ECKey key, Function<String, T> result) {
    this.result = result;
    this.key = WalletIdentity.requireSigningKey(key);
    header.put("typ", type);
    header.put("alg", JWSAlgorithm.ES256.getName());
    header.put("kid", kid);
  }

  /**
   * Adds a member of the header, or puts another value into one that is there by itself.
   *
   * @param name for example {@code kid}; of {@code alg} only the name changes, the signature is of
   *     ES256
   * @param value anything that JSON can show
   * @return this builder
   */
  public JwtBuilder<T> header(String name, Object value) {
    header.put(name, value);
    return this;
  }

  /**
   * Leaves out a member of the header.
   *
   * @param name for example {@code kid}
   * @return this builder
   */
  public JwtBuilder<T> withoutHeader(String name) {
    header.remove(name);
    return this;
  }

  /**
   * Adds a claim, or puts another value into one that is there by itself.
   *
   * @param name for example {@code aud}
   * @param value anything that JSON can show; an {@link Instant} becomes seconds since 1970
   * @return this builder
   */
  public JwtBuilder<T> claim(String name, Object value) {
    omitted.remove(name);
    claims.put(name, value instanceof Instant instant ? instant.getEpochSecond() : value);
    return this;
  }

  /**
   * Leaves out a claim that would be there by itself.
   *
   * @param name for example {@code nonce}
   * @return this builder
   */
  public JwtBuilder<T> withoutClaim(String name) {
    claims.remove(name);
    omitted.add(name);
    return this;
  }

  /**
   * Sets another key to sign with; the {@code kid} stays.
   *
   * @param key a private P-256 key
   * @return this builder
   * @throws IllegalArgumentException if the key has no private part, or is not on the curve P-256
   */
  public JwtBuilder<T> key(ECKey key) {
    this.key = WalletIdentity.requireSigningKey(key);
    return this;
  }

  /**
   * Sets how long the JWT is good, from {@code iat} to {@code exp}.
   *
   * @param lifetime counted in whole seconds; 5 minutes if not set
   * @return this builder
   */
  public JwtBuilder<T> lifetime(Duration lifetime) {
    this.lifetime = lifetime;
    return this;
  }

  /**
   * Sets where {@code iat} and {@code exp} get the time from.
   *
   * @param clock the system's clock if not set
   * @return this builder
   */
  public JwtBuilder<T> clock(Clock clock) {
    this.clock = clock;
    return this;
  }

  /**
   * Signs the JWT, issued now.
   *
   * @return what the JWT is
   */
  public T sign() {
    long now = clock.instant().getEpochSecond();
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("iat", now);
    all.put("exp", now + lifetime.toSeconds());
    all.putAll(claims);
    all.keySet().removeAll(omitted);
    // By hand, since a header of the library would not say what is wrong.
    String input = encode(header) + "." + encode(all);
    return result.apply(input + "." + signature(input));
  }

  private Base64URL signature(String input) {
    try {
      return new ECDSASigner(key)
          .sign(new JWSHeader(JWSAlgorithm.ES256), input.getBytes(StandardCharsets.US_ASCII));
    } catch (JOSEException e) {
      throw new IllegalStateException("the crypto provider of this JVM can't sign ES256", e);
    }
  }

  private static Base64URL encode(Map<String, Object> json) {
    return Base64URL.encode(JSONObjectUtils.toJSONString(json));
  }
}
