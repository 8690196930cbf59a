package dev.authmock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.AuthMockException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TwoMocksTest {

  @RegisterExtension
  static final AuthMockExtension FORGETFUL =
      AuthMockExtension.builder().property("authmock.journal.max-entries", 1).build();

  @RegisterExtension
  static final AuthMockExtension GUARDED = AuthMockExtension.builder()
      .property("authmock.control.token", "c0ntrol")
      .property("authmock.base-url", "https://mock.example")
      .build();

  @RegisterExtension
  final AuthMockExtension ofEachTest = AuthMockExtension.builder().build();

  @Test
  void each_has_its_settings() {
    Requests.redeem(FORGETFUL.mock());
    Requests.redeem(FORGETFUL.mock());
    assertThat(FORGETFUL.mock().control().journal().getTotal()).isEqualTo(1);

    Requests.redeem(GUARDED.mock());
    Requests.redeem(GUARDED.mock());
    assertThat(GUARDED.mock().control().journal().getTotal()).isGreaterThan(1);
    assertThat(GUARDED.mock().issuer()).isEqualTo("https://mock.example/conformance/v3/auth-mock");
    AuthMockClient stranger =
        AuthMockClient.builder().baseUrl(GUARDED.mock().baseUrl()).build();
    assertThatThrownBy(() -> stranger.control().journal()).isInstanceOf(AuthMockException.class);
  }

  @Test
  void each_has_a_place_of_its_own() {
    assertThat(FORGETFUL.mock().baseUrl())
        .isNotEqualTo(GUARDED.mock().baseUrl())
        .isNotEqualTo(ofEachTest.mock().baseUrl());
    Requests.redeem(ofEachTest.mock());
    assertThat(ofEachTest.mock()).hasToString("AuthMock[" + ofEachTest.mock().baseUrl() + "]");
  }

  @Test
  void an_extension_that_is_not_in_use_has_no_mock() {
    assertThatThrownBy(AuthMockExtension.builder().build()::mock)
        .isInstanceOf(IllegalStateException.class);
  }
}
