package dev.authmock.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.api.control.model.FaultKind;
import dev.authmock.grant.SteppingClock;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.JwtSigner;
import dev.authmock.jose.MalformedJwtException;
import dev.authmock.jose.ProviderChoice;
import dev.authmock.jose.PublishedKeys;
import dev.authmock.jose.SignedJwt;
import dev.authmock.jose.SigningKeys;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the faults make of JWTs. */
class TokenFaultsTest {
  private static final CryptoProvider CRYPTO = CryptoProvider.load(ProviderChoice.JDK);

  private final Clock clock = new SteppingClock();
  private final SigningKeys keys = SigningKeys.generate(new SecureRandom());
  private final JwtSigner signer = new JwtSigner(keys, CRYPTO);
  private final PublishedKeys published = new PublishedKeys(keys, CRYPTO);
  private final TokenFaults faults = new TokenFaults(signer, published, new SecureRandom(), clock);
  private final long now = clock.instant().getEpochSecond();
  private final String jwt =
      signer.sign(Map.of("sub", "s", "iat", now, "nbf", now + 5, "exp", now + 600));

  @Test
  void a_broken_signature_is_one_that_could_be() throws MalformedJwtException {
    String broken = faults.of(FaultKind.BROKEN_SIGNATURE).apply(jwt);

    assertThat(broken).isNotEqualTo(jwt).hasSameSizeAs(jwt);
    int signature = jwt.lastIndexOf('.') + 1;
    assertThat(broken).startsWith(jwt.substring(0, signature));
    assertThat(Base64.getUrlDecoder().decode(broken.substring(signature))).hasSize(64);
    assertThat(published.verify(SignedJwt.parse(broken))).isFalse();
    assertThat(published.verify(SignedJwt.parse(jwt))).isTrue();
  }

  @Test
  void a_wrong_kid_looks_like_a_thumbprint_over_the_same_claims() throws MalformedJwtException {
    SignedJwt wrong = SignedJwt.parse(faults.of(FaultKind.WRONG_KID).apply(jwt));

    assertThat(wrong.claims()).isEqualTo(SignedJwt.parse(jwt).claims());
    String kid = (String) wrong.header().get("kid");
    assertThat(kid).isNotEqualTo(keys.keyId()).hasSameSizeAs(keys.keyId());
    assertThat(
            SignedJwt.parse(faults.of(FaultKind.WRONG_KID).apply(jwt)).header().get("kid"))
        .isNotEqualTo(kid);
  }

  @Test
  void an_expired_token_was_signed_well_and_its_whole_lifetime_is_past()
      throws MalformedJwtException {
    SignedJwt expired = SignedJwt.parse(faults.of(FaultKind.EXPIRED_TOKEN).apply(jwt));

    assertThat(published.verify(expired)).isTrue();
    assertThat(expired.header()).isEqualTo(SignedJwt.parse(jwt).header());
    assertThat(expired.claims())
        .containsEntry("sub", "s")
        .containsEntry("exp", now - 3600)
        .containsEntry("iat", now - 3600 - 600)
        .containsEntry("nbf", now - 3600 - 595);
  }

  @Test
  void a_token_without_an_end_gets_one_that_is_past() throws MalformedJwtException {
    String endless = signer.sign(Map.of("iat", now));

    assertThat(
            SignedJwt.parse(faults.of(FaultKind.EXPIRED_TOKEN).apply(endless)).claims())
        .containsEntry("exp", now - 3600)
        .containsEntry("iat", now - 3600);
  }

  @Test
  void only_what_this_server_signed_is_ours() {
    String others =
        new JwtSigner(SigningKeys.generate(new SecureRandom()), CRYPTO).sign(Map.of("sub", "s"));

    assertThat(faults.isOurs(jwt)).isTrue();
    assertThat(faults.isOurs(faults.of(FaultKind.WRONG_KID).apply(jwt))).isTrue();
    assertThat(faults.isOurs(others)).isFalse();
    assertThat(faults.isOurs("eyJhbGciOiJub25lIn0.e30.AA")).isFalse();
    assertThat(faults.isOurs("eyJhbGciOiJub25lIn0.e30x.AA")).isFalse();
  }
}
