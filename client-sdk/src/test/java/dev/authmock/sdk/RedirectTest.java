package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectTest {

  @ParameterizedTest
  @CsvSource({
    "openid://?state=a%20b%2Bc&client_id=http%3A%2F%2Fas, openid://",
    "openid:?state=a%20b%2Bc&client_id=http%3A%2F%2Fas, openid:",
    "https://wallet.example/cb?state=a+b%2Bc&client_id=http://as#f?x=y, https://wallet.example/cb"
  })
  void a_wallets_scheme_is_read_like_any_url(String location, String target) {
    Redirect redirect = Redirect.of(location);

    assertThat(redirect.target()).isEqualTo(target);
    assertThat(redirect.parameter("state")).isEqualTo("a b+c");
    assertThat(redirect.parameter("client_id")).isEqualTo("http://as");
    assertThat(redirect.parameters()).hasSize(2);
    assertThat(redirect.parameter("nonce")).isNull();
  }

  @Test
  void there_may_be_no_parameters() {
    assertThat(Redirect.of("openid://callback").parameters()).isEmpty();
    assertThat(Redirect.of("openid://callback?").parameters()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openid://?a=1&a=2", "openid://?a=%zz"})
  void parameters_that_are_not_clear_are_refused(String location) {
    assertThatThrownBy(() -> Redirect.of(location).parameters())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void what_it_carries_is_hidden() {
    assertThat(Redirect.of("openid://cb?code=s3cret")).hasToString("Redirect[openid://cb]");
  }
}
