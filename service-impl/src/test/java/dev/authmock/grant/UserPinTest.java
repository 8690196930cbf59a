package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserPinTest {
  private static final String DID =
      "did:key:z2dmzD81cgPx8Vki7JbuuMmFYrWPgYoytykUZ3eyqht1j9KbsDbVZXdb3jzCagESyY4EE2x7Yjx3gNwctoEu"
          + "RCKKDrdNP3HPFtG8RTvBiYStT5ghBHhHizH2Dy6xQtW3Pd2SecizL9b2jzDCMr7Ka5cRAWZFwvqwAtwTT7xet769"
          + "y9ERh6";

  @Test
  void the_pin_of_the_conformance_tests_is_derived_from_the_did() {
    assertThat(UserPin.derivedFrom(DID).digits()).isEqualTo("5910");
  }

  @Test
  void a_pin_has_1_to_8_digits() {
    assertThat(new UserPin("0").isWellFormed()).isTrue();
    assertThat(new UserPin("12345678").isWellFormed()).isTrue();
    assertThat(new UserPin("123456789").isWellFormed()).isFalse();
    assertThat(new UserPin("").isWellFormed()).isFalse();
    assertThat(new UserPin("12a4").isWellFormed()).isFalse();
    assertThat(new UserPin("\u0661\u0662\u0663").isWellFormed()).isFalse();
  }

  @Test
  void a_pin_does_not_show_itself() {
    assertThat(new UserPin("5910")).hasToString("UserPin");
  }
}
