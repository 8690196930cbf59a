package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserPinTest {

  @Test
  void the_pin_of_the_ebsi_test_vector() {
    String did =
        "did:key:z2dmzD81cgPx8Vki7JbuuMmFYrWPgYoytykUZ3eyqht1j9KbsDbVZXdb3jzCagESyY4EE2x7Yjx3gNw"
            + "ctoEuRCKKDrdNP3HPFtG8RTvBiYStT5ghBHhHizH2Dy6xQtW3Pd2SecizL9b2jzDCMr7Ka5cRAWZFwvqw"
            + "AtwTT7xet769y9ERh6";

    assertThat(UserPin.derivedFrom(did).digits()).isEqualTo("5910");
  }

  @Test
  void bytes_above_127_are_taken_as_unsigned() {
    // Its SHA-256 ends in de c3 a4 f4: 222, 195, 164, 244.
    assertThat(UserPin.derivedFrom("did:example:19").digits()).isEqualTo("2544");
  }

  @Test
  void zeros_stay_in_front() {
    assertThat(UserPin.derivedFrom("did:example:16").digits()).isEqualTo("0099");
  }

  @Test
  void a_did_is_hashed_as_utf_8() {
    assertThat(UserPin.derivedFrom("did:example:m\u00fcller").digits()).isEqualTo("3100");
  }

  @Test
  void a_pin_is_derived_from_a_did_only() {
    assertThatThrownBy(() -> UserPin.derivedFrom("https://issuer.example"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("did:");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0000", "12345678"})
  void a_pin_is_1_to_8_digits(String digits) {
    assertThat(UserPin.of(digits).digits()).isEqualTo(digits);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "123456789", "12a4", " 1234", "١٢٣٤", "-123"})
  void anything_else_is_refused_and_not_quoted(String digits) {
    assertThatThrownBy(() -> UserPin.of(digits))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a user PIN is 1 to 8 digits 0-9");
  }

  @Test
  void the_digits_are_hidden() {
    assertThat(UserPin.of("5910")).hasToString("UserPin[hidden]");
  }
}
