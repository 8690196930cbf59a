package dev.authmock.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectLocationTest {

  @ParameterizedTest
  @CsvSource({
    "openid:, openid://?a=b",
    "openid://, openid://?a=b",
    "openid://callback, openid://callback?a=b",
    "com.example.wallet:/callback, com.example.wallet:/callback?a=b",
    "https://wallet.example/cb, https://wallet.example/cb?a=b",
    "https://wallet.example/cb?x=y, https://wallet.example/cb?x=y&a=b",
    "https://wallet.example/cb?, https://wallet.example/cb?a=b",
    "https://wallet.example/cb?x=y&, https://wallet.example/cb?x=y&a=b"
  })
  void parameters_join_the_query_of_the_target(String target, String location) {
    assertThat(RedirectLocation.of(target, Map.of("a", "b"))).isEqualTo(location);
  }

  @Test
  void parameters_keep_their_order_and_are_percent_encoded() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("state", "a b+c&d=e#f%");
    parameters.put("code", "é");

    assertThat(RedirectLocation.of("openid:", parameters))
        .isEqualTo("openid://?state=a%20b%2Bc%26d%3De%23f%25&code=%C3%A9");
  }
}
