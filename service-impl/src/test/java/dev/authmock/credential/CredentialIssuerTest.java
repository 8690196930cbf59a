package dev.authmock.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.did.DidKey;
import dev.authmock.jose.SignedJwt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a credential says, and who signs it. */
class CredentialIssuerTest {
  private static final String HOLDER = "did:key:z1";

  private final Fixture fixture = new Fixture();
  private final IssuerIdentity identity = new IssuerIdentity(fixture.keys);
  private final CredentialConfiguration configuration = new CredentialConfiguration();
  private final CredentialIssuer issuer = new CredentialIssuer(
      fixture.signer, identity, configuration, fixture.random, fixture.urls, fixture.clock);
  private final CredentialType type =
      CredentialTypes.named("CTWalletSamePreAuthorisedInTime").orElseThrow();

  @Test
  void the_issuer_is_the_did_of_the_key_that_signs() throws Exception {
    SignedJwt credential = credential();

    DidKey did = DidKey.parse(identity.did());
    assertThat(did.publicKey().computeThumbprint())
        .isEqualTo(fixture.publicKey.computeThumbprint());
    assertThat(credential.keyId().is(did.verificationMethodId())).isTrue();
    assertThat(credential.string("iss").is(identity.did())).isTrue();
    assertThat(credential.verifiedBy(did.verificationKey(fixture.crypto))).isTrue();
  }

  @Test
  void the_keys_are_published_by_their_verification_methods_and_without_their_private_half() {
    assertThat(identity.publicKeys()).hasSize(1);
    assertThat(identity.publicKeys().get(0))
        .containsEntry("kid", identity.verificationMethod())
        .containsEntry("alg", "ES256")
        .doesNotContainKey("d");
  }

  @Test
  void claims_and_attestation_say_the_same() throws Exception {
    configuration.setLifetime(Duration.ofDays(30));
    fixture.clock.advance(Duration.ofMillis(1500));
    Instant now = Instant.parse("2026-01-01T00:00:01Z");

    SignedJwt credential = credential();

    Map<?, ?> vc = attestation(credential);
    assertThat(vc.get("type")).isEqualTo(type.types());
    assertThat(vc.get("id")).isEqualTo(credential.claims().get("jti"));
    assertThat(vc.get("issuer")).isEqualTo(identity.did());
    assertThat(vc.get("credentialSubject")).isEqualTo(Map.of("id", HOLDER));
    assertThat(credential.string("sub").is(HOLDER)).isTrue();
    for (String begin : List.of("issuanceDate", "issued", "validFrom")) {
      assertThat(vc.get(begin)).isEqualTo("2026-01-01T00:00:01Z");
    }
    assertThat(credential.date("iat").is(now)).isTrue();
    assertThat(credential.date("nbf").is(now)).isTrue();
    assertThat(vc.get("expirationDate")).isEqualTo("2026-01-31T00:00:01Z");
    assertThat(credential.date("exp").is(now.plus(Duration.ofDays(30)))).isTrue();
  }

  @Test
  void the_attestation_has_the_members_that_ebsi_asks_for() throws Exception {
    Map<?, ?> vc = attestation(credential());

    assertThat(vc.get("@context")).isEqualTo(List.of("https://www.w3.org/2018/credentials/v1"));
    assertThat((Map<?, ?>) vc.get("credentialSchema"))
        .extracting("type")
        .isEqualTo("FullJsonSchemaValidator2021");
    assertThat(vc.get("termsOfUse"))
        .isEqualTo(Map.of("id", fixture.urls.issuerJwks(), "type", "IssuanceCertificate"));
  }

  @Test
  void no_two_credentials_have_one_id() throws Exception {
    assertThat(credential().claims().get("jti"))
        .isNotEqualTo(credential().claims().get("jti"));
  }

  private static Map<?, ?> attestation(SignedJwt credential) {
    return (Map<?, ?>) Objects.requireNonNull(credential.claims().get("vc"));
  }

  private SignedJwt credential() throws Exception {
    return SignedJwt.parse(issuer.issue(type, HOLDER));
  }
}
