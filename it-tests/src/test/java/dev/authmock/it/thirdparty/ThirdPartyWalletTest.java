package dev.authmock.it.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.RawHttp;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sphereon's OpenID4VCI client, as npm has it, goes from each offer to the credential; its keys are
 * a did:key that EBSI's own library makes, and that library resolves the issuer's.
 */
class ThirdPartyWalletTest extends ThirdPartyTest {
  private static final String ISSUER_MOCK = "/conformance/v3/issuer-mock";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CTWalletSameAuthorisedInTime",
        "CTWalletSameAuthorisedDeferred",
        "CTWalletSamePreAuthorisedInTime",
        "CTWalletSamePreAuthorisedDeferred",
        "CTWalletCrossAuthorisedInTime",
        "CTWalletCrossAuthorisedDeferred",
        "CTWalletCrossPreAuthorisedInTime",
        "CTWalletCrossPreAuthorisedDeferred",
      })
  void a_wallet_that_nobody_here_wrote_gets_the_credential(String type) throws IOException {
    JsonNode result = run("wallet.mjs", type);

    assertThat(result.path("flow").asText())
        .isEqualTo(type.contains("PreAuthorised") ? "pre-authorized_code" : "authorization_code");
    assertThat(result.path("format").asText()).isEqualTo("jwt_vc");
    JsonNode claims = result.path("claims");
    String did = result.path("did").asText();
    assertThat(claims.path("sub").asText()).isEqualTo(did);
    assertThat(claims.at("/vc/credentialSubject/id").asText()).isEqualTo(did);
    assertThat(claims.at("/vc/type"))
        .extracting(JsonNode::asText)
        .containsExactly("VerifiableCredential", "VerifiableAttestation", type);

    assertThat(exchanges(RawHttp.TOKEN)).extracting(Exchange::status).containsExactly(200);
    assertThat(exchanges(ISSUER_MOCK + "/credential"))
        .extracting(Exchange::status)
        .containsExactly(200);
    if (type.endsWith("Deferred")) {
      assertThat(exchanges(ISSUER_MOCK + "/credential_deferred"))
          .extracting(Exchange::status)
          .startsWith(400)
          .endsWith(200);
    }
  }
}
