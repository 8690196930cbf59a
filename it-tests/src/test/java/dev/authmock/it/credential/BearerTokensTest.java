package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import io.micronaut.context.annotation.Property;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Each bearer token of this server is good at its own place alone. */
@Property(name = "authmock.control.token", value = BearerTokensTest.CONTROL_TOKEN)
class BearerTokensTest extends IssuanceTest {
  static final String CONTROL_TOKEN = "a-control-token-of-this-test";

  @Test
  void a_control_token_gives_no_credential() {
    TokenHolder holder = holderOfToken(IN_TIME);

    assertThatCredentialError(
            http.postJson(RawHttp.CREDENTIAL, CONTROL_TOKEN, Json.write(holder.request())))
        .is(401, "invalid_token", "access_token.jwt");
    assertThatCredentialError(http.postJson(RawHttp.DEFERRED, CONTROL_TOKEN, ""))
        .is(401, "invalid_token", "acceptance_token.known");
    holder.requireGood(holder.cNonce());
  }

  @Test
  void a_registration_access_token_gives_no_credential() {
    URI clientId = URI.create(clients.freshId());
    String registration = sdk.register(
            new ClientMetadata().clientId(clientId).jwks(PublicKeys.of(Keys.ec("key-1"))))
        .getRegistrationAccessToken();

    assertThatCredentialError(http.postJson(RawHttp.CREDENTIAL, registration, "{}"))
        .is(401, "invalid_token", "access_token.jwt");
  }

  @Test
  void an_access_token_does_not_steer_the_server() {
    TokenHolder holder = holderOfToken(IN_TIME);

    for (String token : new String[] {holder.accessToken(), holder.tokens().getIdToken()}) {
      Exchange answer = http.request("GET", "/mock/journal")
          .header("Authorization", "Bearer " + token)
          .send();
      assertThat(answer.status()).as("%s", answer).isEqualTo(401);
      assertThat(answer.json().path("check").asText()).isEqualTo("control.caller");
    }
  }

  @Test
  void offers_flows_and_the_journal_entries_need_no_control_token() {
    Exchange made = requestOffer(offerQuery(AUTHORISED, Codes.HOLDER));

    assertThat(http.get(offerUri(offerUrl(made))).status()).isEqualTo(200);
    String flow = sdk.control().journal().getEntries().get(0).getFlowUrl().toString();
    assertThat(http.get(flow).status()).isEqualTo(200);
  }
}
