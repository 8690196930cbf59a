package dev.authmock.did;

import dev.authmock.did.DidResolutionException.Reason;
import dev.authmock.fetch.FetchException;
import dev.authmock.fetch.FetchedCache;
import dev.authmock.fetch.FetchedCache.Found;
import dev.authmock.fetch.FetchedCache.Limits;
import dev.authmock.fetch.GuardedHttpClient;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.VerificationKey;
import dev.authmock.server.Resettable;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/**
 * The DID documents of the configured registry: fetched when needed, kept for a while, and fetched
 * anew when a key is not to be had from one, at most once per interval and DID.
 *
 * @see <a href="https://www.w3.org/TR/did-resolution/#bindings-https">DID Resolution, HTTP(S)</a>
 */
@Singleton
class EbsiRegistry implements Resettable {

  private static final String ACCEPT = "application/did+ld+json, application/json;q=0.9";

  private final GuardedHttpClient http;
  private final CryptoProvider crypto;
  private final Optional<String> registry;
  private final FetchedCache<EbsiDid, DidDocument, DidResolutionException> documents;

  EbsiRegistry(
      GuardedHttpClient http, CryptoProvider crypto, Clock clock, DidConfiguration configuration) {
    this.http = http;
    this.crypto = crypto;
    this.registry = configuration.getEbsiRegistry();
    Limits limits = new Limits(
        configuration.getMaxAge(),
        configuration.getRefreshInterval(),
        configuration.getMaxEntries());
    this.documents = new FetchedCache<>(limits, clock, EbsiRegistry::crowded);
  }

  /** The key of that id, if the DID's document has it for that relationship. */
  VerificationKey key(EbsiDid did, String id, VerificationRelationship relationship)
      throws DidResolutionException {
    URI uri = uri(did);
    Found<DidDocument> known = documents.get(did, () -> read(did, uri));
    try {
      return known.value().key(id, relationship);
    } catch (DidResolutionException e) {
      // The holder may have registered the key, or mended its document, since.
      Optional<DidDocument> newer = known.justNow() ? Optional.empty() : refreshed(did, uri);
      if (newer.isEmpty()) {
        throw e;
      }
      return newer.get().key(id, relationship);
    }
  }

  private Optional<DidDocument> refreshed(EbsiDid did, URI uri) {
    try {
      return documents.refreshed(did, did.did(), () -> read(did, uri));
    } catch (DidResolutionException e) {
      // Then what is known decides: the verdict must not depend on who asked last.
      return Optional.empty();
    }
  }

  private URI uri(EbsiDid did) throws DidResolutionException {
    String base = registry.orElseThrow(() -> new DidResolutionException(
        Reason.NO_REGISTRY,
        "no registry of did:ebsi is configured here (authmock.did.ebsi-registry)"));
    return URI.create(base + "/identifiers/" + did.did());
  }

  private DidDocument read(EbsiDid did, URI uri) throws DidResolutionException {
    try {
      return DidDocument.parse(did.did(), http.get(uri, ACCEPT).body(), crypto);
    } catch (FetchException e) {
      int status = e.status().orElse(0);
      throw status == 404 || status == 410
          ? new DidResolutionException(
              Reason.NOT_REGISTERED, "the registry does not have the DID: " + e.description())
          : new DidResolutionException(
              Reason.REGISTRY_FAILED, "the registry gave no document: " + e.description());
    }
  }

  private static DidResolutionException crowded() {
    return new DidResolutionException(
        Reason.REGISTRY_FAILED, "many requests are waiting for this document already");
  }

  @Override
  public void reset() {
    documents.clear();
  }
}
