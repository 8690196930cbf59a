package dev.authmock.it.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.RawHttp;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/**
 * The npm package openid-client as a service wallet: it registers, discovers, asks with a signed
 * request object, takes the code at its callback and proves itself with private_key_jwt.
 */
class StockOpenidClientTest extends ThirdPartyTest {

  @Test
  void it_goes_from_discovery_to_tokens_and_reads_a_refusal() throws IOException {
    JsonNode result = run("openid-client.mjs");

    // It says everything in the request object, and nothing beside it.
    assertThat(result.path("authorize"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("client_id", "request");
    String clientId = result.path("client_id").asText();
    assertThat(result.path("token_type").asText()).isEqualTo("bearer");
    assertThat(result.path("expires_in").asInt()).isEqualTo(86400);
    assertThat(result.at("/id_token/aud").asText()).isEqualTo(clientId);
    assertThat(result.at("/access_token/claims/client_id").asText()).isEqualTo(clientId);
    assertThat(result.at("/access_token/claims/authorization_details/0/types/2").asText())
        .isEqualTo("VerifiableAuthorisationToOnboard");
    assertThat(result.at("/replay/status").asInt()).isEqualTo(400);
    assertThat(result.at("/replay/error").asText()).isEqualTo("invalid_grant");
    assertThat(result.at("/replay/error_description").asText())
        .startsWith("The code must not have been used before.");
    assertThat(exchanges(RawHttp.TOKEN)).extracting(Exchange::status).containsExactly(200, 400);
  }
}
