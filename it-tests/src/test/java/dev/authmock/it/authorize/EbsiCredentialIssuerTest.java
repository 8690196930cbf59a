package dev.authmock.it.authorize;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.flow.PresentationTest;
import dev.authmock.it.support.jwks.JwksHost;
import dev.authmock.sdk.wallet.WalletIdentity;
import io.micronaut.test.support.TestPropertyProvider;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A presented credential whose issuer is a trusted legal entity is signed with an assertion key of
 * that one's DID document.
 *
 * @see <a href="https://www.w3.org/TR/did-1.0/#assertion">DID Core, section 5.3.2</a>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EbsiCredentialIssuerTest extends PresentationTest implements TestPropertyProvider {
  private static final String DID = "did:ebsi:zvHWX359A3CvfJnCYaAiAde";
  private static final String KID = DID + "#key-1";

  private final JwksHost registry = new JwksHost();
  private final ECKey key = Keys.ec("key-1");
  private final WalletIdentity issuer = WalletIdentity.of(DID, KID, key);

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "authmock.did.ebsi-registry", registry.url(""), "authmock.authorize.trusted-issuers", DID);
  }

  @AfterAll
  void stopRegistry() {
    registry.close();
  }

  @Test
  void an_assertion_key_may_sign_credentials() {
    publish("assertionMethod");
    assertCode(byIssuer());
  }

  @Test
  void an_issuer_that_is_not_trusted_authorizes_nobody() {
    assertRefused(
        withCredentials(List.of(credentialBy(wallet.identity()).serialized())),
        "presentation_submission.issuer");
  }

  @Test
  void an_authentication_key_may_not() {
    publish("authentication");
    assertRefused(byIssuer(), "vc.key_known").saying("assertionMethod");
  }

  @Test
  void an_issuer_that_is_not_registered_has_issued_nothing() {
    registry.answer("/identifiers/" + DID, aResponse().withStatus(404));
    assertRefused(byIssuer(), "vc.key_known");
  }

  private Form byIssuer() {
    return withCredentials(List.of(credentialBy(issuer).serialized()));
  }

  private void publish(String relationship) {
    Map<String, Object> method = Map.of(
        "id",
        KID,
        "type",
        "JsonWebKey2020",
        "controller",
        DID,
        "publicKeyJwk",
        key.toPublicJWK().toJSONObject());
    registry.answer(
        "/identifiers/" + DID,
        aResponse()
            .withBody(Json.write(Map.of(
                "id", DID, "verificationMethod", List.of(method), relationship, List.of(KID)))));
  }
}
