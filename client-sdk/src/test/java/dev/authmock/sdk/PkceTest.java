package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PkceTest {

  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

  @Test
  void the_challenge_of_rfc_7636_appendix_b() {
    Pkce pkce = Pkce.of(VERIFIER);

    assertThat(pkce.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    assertThat(pkce.method()).isEqualTo("S256");
  }

  @Test
  void the_verifier_of_rfc_7636_appendix_b_comes_of_its_octets() {
    int[] octets = {
      116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77,
      105, 214, 191, 240, 91, 88, 5, 88, 83, 132, 141, 121
    };

    assertThat(Pkce.generate(giving(octets)).verifier()).isEqualTo(VERIFIER);
  }

  @Test
  void a_generated_verifier_has_43_characters_and_is_new_each_time() {
    assertThat(Pkce.generate().verifier()).matches("[A-Za-z0-9_-]{43}");
    assertThat(Pkce.generate()).isNotEqualTo(Pkce.generate());
  }

  @Test
  void a_verifier_may_have_43_to_128_unreserved_characters() {
    assertThat(Pkce.of("aZ09-._~".repeat(16)).verifier()).hasSize(128);
    assertThat(Pkce.of("a".repeat(43)).challenge()).hasSize(43);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tooShort-tooShort-tooShort-tooShort-tooSho",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
            + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "dBjftJeZ4CVP+mB92K27uhbUJU1p1r/wW1gFWFOEjXk",
        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk\n",
        "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXé"
      })
  void another_form_is_refused_and_not_quoted(String verifier) {
    assertThatThrownBy(() -> Pkce.of(verifier))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a code_verifier is 43 to 128 of the characters A-Z a-z 0-9 - . _ ~ (RFC 7636, 4.1)");
  }

  @Test
  void the_verifier_is_hidden_and_the_challenge_shown() {
    assertThat(Pkce.of(VERIFIER))
        .hasToString("Pkce[challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM]");
  }

  private static SecureRandom giving(int[] octets) {
    return new SecureRandom() {
      @Override
      public void nextBytes(byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
          bytes[i] = (byte) octets[i];
        }
      }
    };
  }
}
