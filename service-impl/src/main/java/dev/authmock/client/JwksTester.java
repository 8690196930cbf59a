package dev.authmock.client;

import dev.authmock.check.ClientCheck;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.client.TestedJwks.SeenKey;
import dev.authmock.jose.P256Jwk;
import dev.authmock.jose.PublicJwks;
import dev.authmock.json.JsonMembers;
import dev.authmock.json.JsonObjects;
import dev.authmock.json.NotJsonException;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a JWK set as it is fetched for a token request, but past the cache, and tells what came.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517, section 5</a>
 */
@Singleton
public class JwksTester {
  private final JwksReader reader;

  JwksTester(JwksReader reader) {
    this.reader = reader;
  }

  /**
   * What is there now, or why it can't be had.
   *
   * @throws RefusedException if it is no URL that a client could register
   */
  public TestedJwks test(String jwksUri) {
    if (!RegistrationRules.isPlainHttpUrl(jwksUri)) {
      throw new RefusedException(
          ControlCheck.JWKS_TEST_URI,
          Difference.of("a URL such as https://issuer.example/auth/jwks", jwksUri));
    }
    Evaluation evaluation = new Evaluation("jwks-test");
    List<SeenKey> keys = new ArrayList<>();
    long start = System.nanoTime();
    try {
      String body = reader.fetch(URI.create(jwksUri));
      evaluation.pass(ClientCheck.CLIENT_KEYS_REACHABLE);
      read(body, keys, evaluation);
    } catch (RefusedException e) {
      evaluation.record(e);
    }
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    return new TestedJwks(jwksUri, duration, evaluation.findings(), keys);
  }

  /** Of a set that is refused as a whole no key is usable, but it helps to see them all the same. */
  private void read(String body, List<SeenKey> seen, Evaluation evaluation) {
    Optional<PublicJwks> usable = Optional.empty();
    try {
      usable = Optional.of(reader.parse(body));
      evaluation.pass(ClientCheck.CLIENT_KEYS_READABLE);
      evaluation.pass(ClientCheck.CLIENT_KEYS_PUBLIC);
    } finally {
      for (Map<String, @Nullable Object> jwk : jwks(body)) {
        seen.add(seen(jwk, usable));
      }
    }
  }

  private static SeenKey seen(Map<String, @Nullable Object> jwk, Optional<PublicJwks> usable) {
    Optional<String> kid = JsonMembers.string(jwk, "kid").value();
    boolean named = P256Jwk.isP256(jwk)
        && P256Jwk.isForSignatures(jwk)
        && kid.isPresent()
        && usable.filter(keys -> keys.withKeyId(kid.get()).size() == 1).isPresent();
    return new SeenKey(
        shown(jwk, "kid"),
        shown(jwk, "kty"),
        shown(jwk, "crv"),
        shown(jwk, "alg"),
        shown(jwk, "use"),
        named);
  }

  private static @Nullable String shown(Map<String, @Nullable Object> jwk, String member) {
    return JsonMembers.string(jwk, member).value().map(Difference::shorten).orElse(null);
  }

  private static List<Map<String, @Nullable Object>> jwks(String body) {
    try {
      return JsonObjects.parse(body).get("keys") instanceof List<?> list
          ? list.stream()
              .filter(Map.class::isInstance)
              .limit(PublicJwks.MAX_KEYS)
              .map(JwksTester::jwk)
              .toList()
          : List.of();
    } catch (NotJsonException e) {
      return List.of();
    }
  }

  @SuppressWarnings("unchecked") // JSON has no other names than strings
  private static Map<String, @Nullable Object> jwk(Object element) {
    return (Map<String, @Nullable Object>) element;
  }
}
