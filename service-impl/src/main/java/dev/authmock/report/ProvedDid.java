package dev.authmock.report;

import dev.authmock.check.UnsignedJwt;
import dev.authmock.did.DidResolutionException;
import dev.authmock.did.DidUrl;
import dev.authmock.jose.MalformedJwtException;
import dev.authmock.jose.SignedJwt;
import dev.authmock.journal.JournalEntry;
import dev.authmock.server.Endpoint;
import java.util.Optional;
import java.util.Set;

/**
 * The DID that a service wallet has proved, whose client_id is a URL.
 *
 * <p>Where its answer or its proof of possession was accepted, the signature was verified with the key
 * that the kid names.
 */
final class ProvedDid {
  private static final Set<Endpoint> PROVING = Set.of(Endpoint.DIRECT_POST, Endpoint.CREDENTIAL);
  private static final Set<String> PROOFS = Set.of("id_token", "vp_token", "proof");

  private ProvedDid() {}

  /** The DID, if the request proves one beside its client_id. */
  static Optional<String> in(JournalEntry entry, Endpoint endpoint) {
    String client = entry.clientId();
    boolean isUrl = client != null && !client.startsWith("did:");
    if (!isUrl || !PROVING.contains(endpoint) || entry.isRefused()) {
      return Optional.empty();
    }
    return entry.jwts().stream()
        .filter(jwt -> PROOFS.contains(jwt.name()))
        .findFirst()
        .flatMap(ProvedDid::ofKid);
  }

  private static Optional<String> ofKid(UnsignedJwt jwt) {
    try {
      // Only taken apart: what stands in for the signature is not looked at.
      Optional<String> kid = SignedJwt.parse(jwt.encoded() + ".AA").keyId().value();
      return kid.isPresent() ? Optional.of(DidUrl.parse(kid.get()).did()) : Optional.empty();
    } catch (MalformedJwtException | DidResolutionException e) {
      // One that was too long to be kept.
      return Optional.empty();
    }
  }
}
