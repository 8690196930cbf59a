package dev.authmock.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.Wallet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pasted token request gets its verdict, and nothing else happens. */
class WhyPageTest extends ConsoleTest {

  @Test
  void the_broken_rule_stands_before_the_others() {
    Exchange page =
        asked("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Apre-authorized_code"
            + "&pre-authorized_code=unknown-code-of-this-test");

    assertThat(page.body())
        .contains("It would be refused")
        .containsSubsequence(
            "The rule that is broken", "pre-authorized_code.known", "What was checked", "✓ kept");
  }

  @Test
  void a_good_request_would_be_accepted_as_often_as_it_is_asked() {
    Wallet wallet = clients.register();
    String form = wallet.form(codes.forWallet(wallet)).encoded();
    int before = sdk.control().journal().getTotal();

    for (int i = 0; i < 3; i++) {
      assertThat(asked("curl " + http.base() + RawHttp.TOKEN + " -d '" + form + "'")
              .body())
          .contains("It would be accepted", wallet.clientId(), "client_assertion");
    }

    assertThat(sdk.control().journal().getTotal()).isEqualTo(before);
    assertThat(http.post(RawHttp.TOKEN, RawHttp.FORM, form).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "curl", "curl -d"})
  void what_is_no_token_request_is_explained(String pasted) {
    Exchange page = submit("/console/why", Form.empty().with("request", pasted));

    assertThat(page.status()).as("%s", page).isEqualTo(400);
    assertThat(page.body()).contains("role=\"alert\"", "/docs/checks#");
  }

  private Exchange asked(String request) {
    Exchange page = submit("/console/why", Form.empty().with("request", request));
    assertThat(page.status()).as("%s", page).isEqualTo(200);
    return page;
  }
}
