package dev.authmock.jose;

import dev.authmock.jose.InvalidJwksException.Reason;
import dev.authmock.json.JsonObjects;
import dev.authmock.json.NotJsonException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The JWK Set in which somebody else publishes the keys that verify their signatures.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517 §5</a>
 */
public final class PublicJwks {

  /** More keys than this are refused. */
  public static final int MAX_KEYS = 100;

  private final List<VerificationKey> keys;

  private PublicJwks(List<VerificationKey> keys) {
    this.keys = List.copyOf(keys);
  }

  /** Reads a JWKS from its JSON. */
  public static PublicJwks parse(String json, CryptoProvider crypto) throws InvalidJwksException {
    try {
      return parse(JsonObjects.parse(json), crypto);
    } catch (NotJsonException e) {
      throw new InvalidJwksException(Reason.NOT_JSON, "the JWKS " + e.predicate());
    }
  }

  /** Reads a JWKS; keys that are of no use for ES256 are skipped, as §5 wants it. */
  public static PublicJwks parse(
      Map<String, ? extends @Nullable Object> jwks, CryptoProvider crypto)
      throws InvalidJwksException {
    if (!(jwks.get("keys") instanceof List<?> list)) {
      throw new InvalidJwksException(Reason.NOT_A_JWKS, "the JWKS has no array \"keys\"");
    }
    if (list.isEmpty()) {
      throw new InvalidJwksException(Reason.EMPTY, "the array \"keys\" of the JWKS is empty");
    }
    if (list.size() > MAX_KEYS) {
      throw new InvalidJwksException(
          Reason.TOO_MANY_KEYS, "the JWKS has more than " + MAX_KEYS + " keys");
    }
    List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    for (Object element : list) {
      objects.add(jwk(element));
    }
    List<VerificationKey> keys = new ArrayList<>();
    for (Map<String, @Nullable Object> jwk : objects) {
      if (P256Jwk.isP256(jwk) && P256Jwk.isForSignatures(jwk)) {
        keys.add(VerificationKey.of(jwk, crypto));
      }
    }
    return new PublicJwks(keys);
  }

  /** The keys of that id; where there are several, the id does not say which one is meant. */
  public List<VerificationKey> withKeyId(String kid) {
    return keys.stream().filter(key -> key.keyId().equals(Optional.of(kid))).toList();
  }

  /** All keys that can verify ES256, with an id or without. */
  public List<VerificationKey> keys() {
    return keys;
  }

  /** The ids of those keys. */
  public Set<String> keyIds() {
    Set<String> ids = new LinkedHashSet<>();
    keys.forEach(key -> key.keyId().ifPresent(ids::add));
    return ids;
  }

  /** An id that more than one of those keys has, if there is one. */
  public Optional<String> repeatedKeyId() {
    Set<String> seen = new HashSet<>();
    return keys.stream()
        .flatMap(key -> key.keyId().stream())
        .filter(id -> !seen.add(id))
        .findFirst();
  }

  private static Map<String, @Nullable Object> jwk(Object element) throws InvalidJwksException {
    if (!(element instanceof Map<?, ?> map)) {
      throw new InvalidJwksException(
          Reason.NOT_A_JWKS, "the array \"keys\" of the JWKS has an element that is no object");
    }
    @SuppressWarnings("unchecked") // JSON has no other names than strings
    Map<String, @Nullable Object> jwk = (Map<String, @Nullable Object>) map;
    if (P256Jwk.hasPrivateMember(jwk)) {
      throw new InvalidJwksException(
          Reason.CONTAINS_PRIVATE_KEY,
          "the JWKS has a private or symmetric key; replace that key, it is no longer a secret");
    }
    return jwk;
  }
}
