package dev.authmock.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64UrlTest {

  @Test
  void hasNoPaddingAndTheTwoCharactersOfItsOwn() {
    // RFC 7515, appendix C.
    byte[] bytes = {3, (byte) 236, (byte) 255, (byte) 224, (byte) 193};

    assertThat(Base64Url.of(bytes)).isEqualTo("A-z_4ME");
    assertThat(Base64Url.ascii(bytes)).isEqualTo("A-z_4ME".getBytes(StandardCharsets.US_ASCII));
    assertThat(Base64Url.decode("A-z_4ME")).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"A-z_4ME=", "=", "A+z/4ME", "A-z_4", "Ü"})
  void whatIsWrittenInAnotherWayIsNotRead(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Base64Url.decode(text));
  }
}
