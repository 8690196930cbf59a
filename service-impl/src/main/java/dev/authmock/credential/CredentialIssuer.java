package dev.authmock.credential;

import dev.authmock.grant.OpaqueTokens;
import dev.authmock.jose.JwtSigner;
import dev.authmock.server.ServerUrls;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Issues credentials: Verifiable Attestations with the members that EBSI gives them, as JWTs.
 *
 * @see <a href="https://www.w3.org/TR/vc-data-model-1.1/#json-web-token">VC Data Model 1.1, section
 *     6.3.1</a>
 */
@Singleton
class CredentialIssuer {
  /** Where EBSI publishes the schema of a Verifiable Attestation; named, never fetched. */
  private static final String SCHEMA =
      "https://api-conformance.ebsi.eu/trusted-schemas-registry/v3/schemas/"
          + "zDpWGUBenmqXzurskry9Nsk6vq2R8thh9VSeoRqguoyMD";

  private final JwtSigner signer;
  private final IssuerIdentity identity;
  private final CredentialConfiguration configuration;
  private final OpaqueTokens random;
  private final ServerUrls urls;
  private final Clock clock;

  CredentialIssuer(
      JwtSigner signer,
      IssuerIdentity identity,
      CredentialConfiguration configuration,
      OpaqueTokens random,
      ServerUrls urls,
      Clock clock) {
    this.signer = signer.withKeyId(identity::verificationMethod);
    this.identity = identity;
    this.configuration = configuration;
    this.random = random;
    this.urls = urls;
    this.clock = clock;
  }

  /** Makes sure that it can sign, before anything is used up for a credential. */
  void requireReady() {
    signer.requireReady();
  }

  /** A fresh credential of that type about that DID. */
  String issue(CredentialType type, String subject) {
    String id = "vc:ebsi:conformance#" + random.next();
    Instant from = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    Instant until = from.plus(configuration.getLifetime()).truncatedTo(ChronoUnit.SECONDS);
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("jti", id);
    claims.put("iss", identity.did());
    claims.put("sub", subject);
    claims.put("iat", from.getEpochSecond());
    claims.put("nbf", from.getEpochSecond());
    claims.put("exp", until.getEpochSecond());
    claims.put("vc", attestation(id, type, subject, from, until));
    return signer.sign(claims);
  }

  private Map<String, Object> attestation(
      String id, CredentialType type, String subject, Instant from, Instant until) {
    Map<String, Object> vc = new LinkedHashMap<>();
    vc.put("@context", List.of("https://www.w3.org/2018/credentials/v1"));
    vc.put("id", id);
    vc.put("type", type.types());
    vc.put("issuer", identity.did());
    vc.put("issuanceDate", from.toString());
    vc.put("issued", from.toString());
    vc.put("validFrom", from.toString());
    vc.put("expirationDate", until.toString());
    vc.put("credentialSubject", Map.of("id", subject));
    vc.put("credentialSchema", Map.of("id", SCHEMA, "type", "FullJsonSchemaValidator2021"));
    vc.put("termsOfUse", Map.of("id", urls.issuerJwks(), "type", "IssuanceCertificate"));
    return vc;
  }
}
