package dev.authmock.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.JwtSigner;
import dev.authmock.jose.ProviderChoice;
import dev.authmock.jose.PublishedKeys;
import dev.authmock.jose.SigningKeys;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SigningHealthTest {
  private final CryptoProvider crypto = CryptoProvider.load(ProviderChoice.JDK);
  private final SigningKeys keys = SigningKeys.generate(new SecureRandom());
  private final JwtSigner signer = new JwtSigner(keys, crypto);

  @Test
  void a_signature_that_verifies_is_enough_for_some_seconds() {
    SigningHealth health =
        new SigningHealth(signer, new PublishedKeys(keys, crypto), crypto, () -> keys);

    for (int i = 0; i < 10; i++) {
      assertThat(health.flaw()).isEmpty();
    }
    assertThat(signer.times().count()).isEqualTo(1);
  }

  @Test
  void a_signature_that_no_published_key_verifies_is_none() {
    SigningKeys others = SigningKeys.generate(new SecureRandom());
    SigningHealth health =
        new SigningHealth(signer, new PublishedKeys(others, crypto), crypto, () -> others);

    assertThat(health.flaw()).contains(crypto.name() + " makes no ES256 signature that verifies");
  }
}
