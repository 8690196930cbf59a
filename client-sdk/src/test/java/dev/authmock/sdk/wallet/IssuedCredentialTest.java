package dev.authmock.sdk.wallet;

import static dev.authmock.sdk.wallet.FakeMock.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.JWKSet;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IssuedCredentialTest {

  private static final String HOLDER = "did:key:z2dmz";
  private static final List<String> TYPES = List.of("VerifiableCredential", "A");

  private final FakeMock mock = new FakeMock();

  @AfterEach
  void stop() {
    mock.close();
  }

  @Test
  void it_is_what_its_issuer_signed() {
    IssuedCredential credential = verify(jwt -> jwt);

    assertThat(credential.types()).isEqualTo(TYPES);
    assertThat(credential.issuer()).isEqualTo(mock.issuer.did());
    assertThat(credential.subject()).isEqualTo(HOLDER);
    assertThat(credential).isEqualTo(IssuedCredential.read(credential.jwt()));
    assertThat(credential)
        .hasToString("IssuedCredential[types=[VerifiableCredential, A], subject=did:key:z2dmz]");
  }

  @Test
  void what_does_not_hold_is_told() {
    assertRefused("iss", jwt -> jwt.claim("iss", HOLDER));
    assertRefused("iss", jwt -> jwt.withoutClaim("iss"));
    assertRefused("sub", jwt -> jwt.claim("sub", "did:key:z6Mk"));
    assertRefused("vc", jwt -> jwt.claim("vc", List.of()));
    assertRefused("signature", jwt -> jwt.key(mock.key));
    assertRefused("ES256", jwt -> jwt.header("kid", HOLDER + "#z2dmz"));
    assertRefused("expired", jwt -> jwt.claim("exp", NOW.minusSeconds(60)));
    assertRefused("good already", jwt -> jwt.claim("nbf", NOW.plusSeconds(61)));
  }

  @Test
  void one_that_is_not_verified_may_be_of_anyone_and_lack_anything() {
    IssuedCredential bare = IssuedCredential.read(new JwtBuilder<>("JWT", "k", mock.key, jwt -> jwt)
        .claim("vc", Map.of("type", "A"))
        .sign());

    assertThat(bare.types()).isEmpty();
    assertThat(bare.issuer()).isNull();
    assertThat(bare.subject()).isNull();
    assertThatThrownBy(() -> IssuedCredential.read("h.p"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private void assertRefused(String word, UnaryOperator<JwtBuilder<String>> change) {
    assertThatThrownBy(() -> verify(change))
        .isInstanceOf(VerificationException.class)
        .hasMessageStartingWith("the credential must ")
        .hasMessageContaining(word);
  }

  private IssuedCredential verify(UnaryOperator<JwtBuilder<String>> change) {
    JWKSet keys = mock.client().issuerJwks();
    String jwt = change.apply(mock.credential(HOLDER, TYPES)).sign();
    return IssuedCredential.verify(jwt, keys, HOLDER, NOW);
  }
}
