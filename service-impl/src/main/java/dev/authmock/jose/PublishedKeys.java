package dev.authmock.jose;

import dev.authmock.server.Late;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The published keys of this server that verify ES256: for what it signed itself and gets back.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7517#section-5">RFC 7517 §5</a>
 */
public final class PublishedKeys {

  private final Late<Map<String, VerificationKey>> byId;

  /** Makes those keys ready for the provider, when they are needed. */
  public PublishedKeys(SigningKeys keys, CryptoProvider crypto) {
    this.byId = new Late<>(() -> byId(keys, crypto));
  }

  private static Map<String, VerificationKey> byId(SigningKeys keys, CryptoProvider crypto) {
    Map<String, VerificationKey> byId = new HashMap<>();
    keys.es256Keys().forEach(key -> {
      try {
        byId.put(key.getKeyID(), VerificationKey.of(key, crypto));
      } catch (InvalidJwksException e) {
        throw new SigningKeysException(
            "The key " + key.getKeyID() + " can't be used: " + e.description());
      }
    });
    return byId;
  }

  /** The key with that id. */
  public Optional<VerificationKey> withKeyId(String kid) {
    return Optional.ofNullable(byId.get().get(kid));
  }

  /** Whether the JWT was signed with any of them, by whatever name of it. */
  public boolean signed(SignedJwt jwt) {
    return byId.get().values().stream().anyMatch(jwt::verifiedBy);
  }

  /** Whether the JWT was signed with the key that its kid names. */
  public boolean verify(SignedJwt jwt) {
    return jwt.keyId().value().flatMap(this::withKeyId).filter(jwt::verifiedBy).isPresent();
  }
}
