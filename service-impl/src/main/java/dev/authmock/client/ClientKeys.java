package dev.authmock.client;

import dev.authmock.check.Check;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.did.DidKey;
import dev.authmock.did.InvalidDidException;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.SignedJwt;
import dev.authmock.jose.VerificationKey;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Finds the one key of a client that a kid names. */
@Singleton
class ClientKeys {
  private final ClientRegistry registry;
  private final RemoteKeys remoteKeys;
  private final CryptoProvider provider;

  ClientKeys(ClientRegistry registry, RemoteKeys remoteKeys, CryptoProvider provider) {
    this.registry = registry;
    this.remoteKeys = remoteKeys;
    this.provider = provider;
  }

  /** Whether the assertion was signed with the key of the client that the kid names. */
  boolean verify(ClientId client, String kid, SignedJwt assertion, Evaluation evaluation) {
    return assertion.verifiedBy(of(client, kid, evaluation))
        || replaced(client, kid).filter(assertion::verifiedBy).isPresent();
  }

  /** A client may have put a new key in the place of an old one, under the same kid. */
  private Optional<VerificationKey> replaced(ClientId client, String kid) {
    return registry
        .find(client.value())
        .map(RegisteredClient::keys)
        .filter(ClientKeySource.Remote.class::isInstance)
        .flatMap(source -> remoteKeys.refreshed(((ClientKeySource.Remote) source).jwksUri()))
        .map(keys -> keys.withKeyId(kid))
        .filter(keys -> keys.size() == 1)
        .map(keys -> keys.get(0));
  }

  private VerificationKey of(ClientId client, String kid, Evaluation evaluation) {
    List<VerificationKey> named = client.isServiceWallet()
        ? registered(client, kid, evaluation)
        : ofDid(client, kid, evaluation);
    evaluation.require(
        Check.ASSERTION_KEY_KNOWN,
        !named.isEmpty(),
        () -> Difference.of("the kid of an ES256 key of the client", kid));
    evaluation.require(
        Check.ASSERTION_KEY_UNIQUE,
        named.size() == 1,
        () -> new Difference("one key with this kid", named.size() + " keys"));
    return named.get(0);
  }

  private List<VerificationKey> registered(ClientId client, String kid, Evaluation evaluation) {
    ClientKeySource source = registry
        .find(client.value())
        .orElseThrow(() ->
            // It was there when the request began, and was deleted since.
            evaluation.refuse(
                Check.CLIENT_REGISTERED, Difference.of("a registered client_id", client.value())))
        .keys();
    if (source instanceof ClientKeySource.Inline inline) {
      return inline.keys().withKeyId(kid);
    }
    try {
      List<VerificationKey> found =
          remoteKeys.at(((ClientKeySource.Remote) source).jwksUri(), kid).withKeyId(kid);
      evaluation.pass(Check.CLIENT_KEYS_REACHABLE);
      evaluation.pass(Check.CLIENT_KEYS_READABLE);
      evaluation.pass(Check.CLIENT_KEYS_PUBLIC);
      return found;
    } catch (RefusedException e) {
      throw evaluation.refuse(e.check(), e.difference());
    }
  }

  private List<VerificationKey> ofDid(ClientId client, String kid, Evaluation evaluation) {
    try {
      DidKey did = DidKey.parse(client.value());
      return did.verificationMethodId().equals(kid)
          ? List.of(did.verificationKey(provider))
          : List.of();
    } catch (InvalidDidException e) {
      throw evaluation.refuse(
          Check.CLIENT_KEYS_READABLE,
          new Difference("a did:key that holds a P-256 key", e.description()));
    }
  }
}
