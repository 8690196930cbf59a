package dev.authmock.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.Wallet;
import io.micronaut.context.annotation.Property;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The registered clients in the console. */
@Property(name = "authmock.clients.fixed.client-id", value = ClientsPageTest.CONFIGURED)
@Property(name = "authmock.clients.fixed.jwks-uri", value = "https://configured.example/jwks")
@Property(
    name = "authmock.clients.fixed.redirect-uris",
    value = "https://configured.example/callback")
class ClientsPageTest extends ConsoleTest {
  static final String CONFIGURED = "https://configured.example/auth";

  private static final Pattern CLIENT =
      Pattern.compile("href=\"(/console/clients/[^\"]+)\">([^<]*)<");

  @Test
  void a_client_that_is_added_here_can_redeem_codes() {
    Wallet wallet = clients.unregistered(Keys.ec("key-1"));
    Exchange page = submitted(
        "/console/clients/add",
        form(wallet.clientId())
            .with("client_name", "A wallet of this test")
            .with("jwks", "{\"keys\":[" + wallet.key().toPublicJWK().toJSONString() + "]}"));

    assertThat(page.body())
        .contains("The client was added.", wallet.clientId(), "A wallet of this test", "1 key");
    assertThat(http.token(wallet.form(codes.forWallet(wallet))).status()).isEqualTo(200);
  }

  @Test
  void a_client_is_changed_and_removed() {
    String id = clients.freshId();
    submitted("/console/clients/add", form(id).with("jwks_uri", "https://one.example/jwks"));
    String address = address(page("/console/clients"), id);
    assertThat(page(address).body()).contains("https://one.example/jwks");

    Exchange changed = submitted(address, form(id).with("jwks_uri", "https://two.example/jwks"));
    assertThat(changed.body()).contains("The client was changed.", "https://two.example/jwks");

    Exchange removed = submitted(address + "/remove", Form.empty());
    assertThat(removed.body()).contains("The client was removed.").doesNotContain(id);
    assertThat(http.request("GET", address).sendUnchecked().status()).isEqualTo(404);
  }

  @Test
  void a_configured_client_is_only_read() {
    Exchange list = page("/console/clients");
    String address = address(list, CONFIGURED);

    assertThat(list.body())
        .contains("configured, read-only")
        .doesNotContain("aria-label=\"Remove " + CONFIGURED);
    assertThat(page(address).body())
        .contains("can be changed there only")
        .doesNotContain("id=\"save-client\"", "id=\"remove-client\"");
    Exchange refused =
        submit(address, form(CONFIGURED).with("jwks_uri", "https://other.example/jwks"));
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("client.configured");
    assertThat(submit(address + "/remove", Form.empty()).status()).isEqualTo(400);
    assertThat(page("/console/clients").body()).contains("https://configured.example/jwks");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "issuer.example | https://a.example/cb | https://a.example/jwks | |",
        "https://a.example | https://a.example/cb#x | https://a.example/jwks | |",
        "https://a.example | https://a.example/cb | | |",
        "https://a.example | https://a.example/cb | | not json |",
        "https://a.example | https://a.example/cb | | {\"keys\":7} |",
        "https://a.example | https://a.example/cb | | [] |",
        "https://a.example | https://a.example/cb | https://a.example/jwks | {\"keys\":[]} |"
      })
  void what_is_wrong_is_said_and_the_form_stays_filled_in(
      String id, String redirect, String jwksUri, String jwks) {
    Exchange page = submit(
        "/console/clients/add",
        Form.empty()
            .with("client_id", id)
            .with("redirect_uris", redirect)
            .with("jwks_uri", jwksUri == null ? "" : jwksUri)
            .with("jwks", jwks == null ? "" : jwks));

    assertThat(page.status()).as("%s", page).isEqualTo(400);
    assertThat(page.body())
        .contains("role=\"alert\"", "/docs/checks#", "value=\"" + id + "\"", redirect);
    assertThat(sdk.control().journal().getEntries().get(0).getFailedCheck()).isNotEmpty();
  }

  @Test
  void a_jwks_uri_is_tried_and_its_keys_are_shown() {
    Exchange page = submit(
        "/console/clients/jwks-test", Form.empty().with("jwks_uri", http.base() + RawHttp.JWKS));

    assertThat(page.status()).as("%s", page).isEqualTo(200);
    assertThat(page.body()).contains("Keys were read", "ES256", "P-256", "✓ yes");
  }

  @Test
  void a_jwks_uri_that_has_no_keys_leads_to_the_broken_rule() {
    Exchange page = submit(
        "/console/clients/jwks-test",
        Form.empty().with("jwks_uri", http.base() + "/problems/bad-request"));

    assertThat(page.status()).as("%s", page).isEqualTo(200);
    assertThat(page.body()).contains("No keys could be read.", "Expected", "/docs/checks#");
    assertThat(submit("/console/clients/jwks-test", Form.empty().with("jwks_uri", "ftp://x"))
            .status())
        .isEqualTo(400);
    assertThat(submit("/console/clients/jwks-test", Form.empty()).status()).isEqualTo(400);
  }

  private static Form form(String clientId) {
    return Form.empty()
        .with("client_id", clientId)
        .with("redirect_uris", "https://wallet.example/callback\nhttps://wallet.example/other");
  }

  private static String address(Exchange list, String clientId) {
    Matcher link = CLIENT.matcher(list.body());
    while (link.find()) {
      if (link.group(2).equals(clientId)) {
        return link.group(1);
      }
    }
    throw new AssertionError("no " + clientId + " in " + list);
  }
}
