package dev.authmock.client;

import dev.authmock.check.ClientCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.JwtRule;
import dev.authmock.check.RefusedException;
import dev.authmock.did.DidKey;
import dev.authmock.did.InvalidDidException;
import dev.authmock.fetch.FetchedCache.Found;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.PublicJwks;
import dev.authmock.jose.VerificationKey;
import dev.authmock.jwt.JwtRules;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Finds the one key of a client that a kid names. */
@Singleton
class ClientKeys {
  /** How many kids are shown to one who named none of them. */
  private static final int MAX_LISTED = 5;

  private final ClientRegistry registry;
  private final RemoteKeys remoteKeys;
  private final CryptoProvider provider;

  ClientKeys(ClientRegistry registry, RemoteKeys remoteKeys, CryptoProvider provider) {
    this.registry = registry;
    this.remoteKeys = remoteKeys;
    this.provider = provider;
  }

  /**
   * Whether the JWT was signed with the key of the client that the kid names.
   *
   * @param checks the rules of fetching keys, as they are called where the JWT is used
   */
  boolean verify(
      ClientId client, String kid, JwtRules jwt, KeySourceChecks checks, Evaluation evaluation) {
    return client.isServiceWallet()
        ? verify(source(client, evaluation), kid, jwt, checks, evaluation)
        : verifyByDid(client, kid, jwt, checks, evaluation);
  }

  /** The same for a holder wallet, whose key is in its DID. */
  boolean verifyByDid(
      ClientId client, String kid, JwtRules jwt, KeySourceChecks checks, Evaluation evaluation) {
    DidKey did;
    List<VerificationKey> named;
    try {
      did = DidKey.parse(client.value());
      named = did.verificationMethodId().equals(kid)
          ? List.of(did.verificationKey(provider))
          : List.of();
    } catch (InvalidDidException e) {
      throw evaluation.refuse(
          checks.readable(), new Difference("a did:key that holds a P-256 key", e.description()));
    }
    return jwt.jwt()
        .verifiedBy(requireOne(named, kid, () -> Difference.show(did.verificationMethodId()), jwt));
  }

  /** The same for a service wallet that was looked up. */
  boolean verify(
      ClientKeySource source,
      String kid,
      JwtRules jwt,
      KeySourceChecks checks,
      Evaluation evaluation) {
    if (source instanceof ClientKeySource.Remote remote) {
      return verifyRemotely(remote.jwksUri(), kid, jwt, checks, evaluation);
    }
    PublicJwks keys = ((ClientKeySource.Inline) source).keys();
    return jwt.jwt().verifiedBy(requireOne(keys.withKeyId(kid), kid, keys, "registered", jwt));
  }

  /** A client may have added a key, or put a new one in the place of an old one, under its kid. */
  private boolean verifyRemotely(
      URI jwksUri, String kid, JwtRules jwt, KeySourceChecks checks, Evaluation evaluation) {
    Found<PublicJwks> known = fetched(jwksUri, checks, evaluation);
    boolean mayBeStale = !known.justNow();
    PublicJwks keys = known.value();
    List<VerificationKey> named = keys.withKeyId(kid);
    if (named.isEmpty() && mayBeStale) {
      mayBeStale = false;
      keys = remoteKeys.refreshed(jwksUri).orElse(keys);
      named = keys.withKeyId(kid);
    }
    if (jwt.jwt().verifiedBy(requireOne(named, kid, keys, "at its jwks_uri", jwt))) {
      return true;
    }
    return mayBeStale
        && remoteKeys
            .refreshed(jwksUri)
            .map(fresh -> fresh.withKeyId(kid))
            .filter(again -> again.size() == 1 && jwt.jwt().verifiedBy(again.get(0)))
            .isPresent();
  }

  private Found<PublicJwks> fetched(URI jwksUri, KeySourceChecks checks, Evaluation evaluation) {
    try {
      Found<PublicJwks> fetched = remoteKeys.at(jwksUri);
      evaluation.pass(checks.reachable());
      evaluation.pass(checks.readable());
      evaluation.pass(checks.ofPublicKeys());
      return fetched;
    } catch (RefusedException e) {
      throw evaluation.refuse(checks.insteadOf(e.check()), e.difference());
    }
  }

  private ClientKeySource source(ClientId client, Evaluation evaluation) {
    return registry
        .find(client.value())
        .orElseThrow(() ->
            // It was there when the request began, and was deleted since.
            evaluation.refuse(
                ClientCheck.CLIENT_REGISTERED,
                Difference.of("a registered client_id", client.value())))
        .keys();
  }

  private static VerificationKey requireOne(
      List<VerificationKey> named, String kid, PublicJwks keys, String where, JwtRules jwt) {
    return requireOne(named, kid, () -> listed(keys.keyIds(), where), jwt);
  }

  /** The ids, which are as public as the keys. */
  private static String listed(Set<String> ids, String where) {
    return ids.isEmpty()
        ? "none with a kid is " + where
        : where + ": "
            + ids.stream().limit(MAX_LISTED).map(Difference::show).collect(Collectors.joining(", "))
            + (ids.size() > MAX_LISTED ? ", ..." : "");
  }

  private static VerificationKey requireOne(
      List<VerificationKey> named, String kid, Supplier<String> known, JwtRules jwt) {
    jwt.requireKnownKey(!named.isEmpty(), kid, known);
    jwt.require(
        JwtRule.KEY_UNIQUE,
        named.size() == 1,
        () -> new Difference("one key with this kid", named.size() + " keys"));
    return named.get(0);
  }
}
