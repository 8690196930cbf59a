package dev.authmock.jose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CryptoProviderTest {

  static List<CryptoProvider> providers() {
    return Providers.thatLoadHere();
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void all_three_providers_load_on_linux() {
    assertThat(Providers.thatLoadHere()).hasSize(3);
  }

  @Test
  void the_automatic_choice_is_the_fastest_that_loads() {
    assertThat(CryptoProvider.load(ProviderChoice.AUTO).name())
        .isEqualTo(Providers.thatLoadHere().get(0).name());
  }

  @Test
  void the_name_says_the_provider_and_its_version() {
    assertThat(providers())
        .extracting(CryptoProvider::name)
        .allSatisfy(name -> assertThat(name)
            .matches("(AmazonCorrettoCryptoProvider|Conscrypt|SunEC) [0-9][0-9.]*"));
  }

  @Test
  void loading_in_the_background_ends_with_the_same_provider() {
    assertThat(CryptoProvider.loadInBackground(ProviderChoice.AUTO).name())
        .isEqualTo(CryptoProvider.load(ProviderChoice.AUTO).name());
  }

  @ParameterizedTest
  @MethodSource("providers")
  void a_signature_is_verified_by_every_other_provider(CryptoProvider crypto) throws Exception {
    SigningKeys keys = SigningKeys.generate(new SecureRandom());
    SignedJwt jwt =
        SignedJwt.parse(new JwtSigner(keys, crypto).sign(Map.of("iss", "https://as.example")));

    for (CryptoProvider other : providers()) {
      assertThat(jwt.verifiedBy(VerificationKey.of(keys.publicKey(), other))).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("providers")
  void the_example_of_rfc_7515_verifies(CryptoProvider crypto) throws Exception {
    VerificationKey key = VerificationKey.of(ECKey.parse(Rfc7515AppendixA3.PUBLIC_JWK), crypto);

    assertThat(SignedJwt.parse(Rfc7515AppendixA3.JWS).verifiedBy(key)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("providers")
  void a_key_made_by_another_provider_becomes_one_of_its_own(CryptoProvider crypto)
      throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).generate();
    String itsPackage = crypto.jca().getClass().getPackageName();
    String expected = itsPackage.startsWith("sun.") ? "sun.security.ec" : itsPackage;

    assertThat(crypto.translate(key.toECPublicKey()).getClass().getPackageName())
        .isEqualTo(expected);
    assertThat(crypto.translate(key.toECPrivateKey()).getClass().getPackageName())
        .isEqualTo(expected);
  }

  @Test
  void no_provider_is_installed_in_the_jvm() {
    assertThat(providers()).isNotEmpty();
    assertThat(Arrays.stream(Security.getProviders()).map(provider -> provider.getName()))
        .doesNotContain("AmazonCorrettoCryptoProvider", "Conscrypt");
  }

  @Test
  void a_choice_is_known_by_its_name() {
    assertThat(ProviderChoice.named("auto")).isEqualTo(ProviderChoice.AUTO);
    assertThat(ProviderChoice.named(" Conscrypt ")).isEqualTo(ProviderChoice.CONSCRYPT);
    assertThatThrownBy(() -> ProviderChoice.named("bouncycastle"))
        .isInstanceOf(CryptoProviderException.class)
        .hasMessage("authmock.crypto-provider is none of auto, accp, conscrypt, jdk");
  }
}
