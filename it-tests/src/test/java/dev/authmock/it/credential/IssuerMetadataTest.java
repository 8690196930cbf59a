package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.RawHttp;
import dev.authmock.sdk.conformance.model.CredentialIssuerMetadata;
import dev.authmock.sdk.conformance.model.SupportedCredential;
import dev.authmock.sdk.wallet.DidKey;
import dev.authmock.sdk.wallet.WalletIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the credential issuer says of itself, and that it is so.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-10.2">OpenID4VCI
 *     draft 11, section 10.2</a>
 */
class IssuerMetadataTest extends IssuanceTest {
  private static final String METADATA =
      RawHttp.ISSUER_MOCK + "/.well-known/openid-credential-issuer";
  private static final String JWKS = RawHttp.ISSUER_MOCK + "/jwks";

  @Test
  void the_metadata_name_the_endpoints_of_this_server() {
    CredentialIssuerMetadata metadata = sdk.issuerMetadata();
    String issuer = http.base() + RawHttp.ISSUER_MOCK;

    assertThat(metadata.getCredentialIssuer()).hasToString(issuer);
    assertThat(metadata.getAuthorizationServer()).hasToString(http.base() + RawHttp.AUTH_MOCK);
    assertThat(metadata.getCredentialEndpoint()).hasToString(issuer + "/credential");
    assertThat(metadata.getDeferredCredentialEndpoint())
        .hasToString(issuer + "/credential_deferred");
  }

  @Test
  void the_metadata_are_where_the_issuer_url_says() {
    Exchange metadata = http.get(METADATA);

    assertThat(metadata.status()).as("%s", metadata).isEqualTo(200);
    assertThat(metadata.mediaType()).isEqualTo("application/json");
    assertThat(metadata.json().path("credential_issuer").asText() + "/.well-known/"
            + "openid-credential-issuer")
        .isEqualTo(http.base() + METADATA);
  }

  @Test
  void each_credential_is_listed_once_with_all_that_wallets_look_for() {
    List<String> names = new ArrayList<>();
    for (SupportedCredential credential : supported()) {
      assertThat(credential.getFormat()).isEqualTo("jwt_vc");
      assertThat(credential.getTypes())
          .hasSize(3)
          .startsWith("VerifiableCredential", "VerifiableAttestation");
      assertThat(credential.getTrustFramework().getName()).isEqualTo("ebsi");
      assertThat(http.get(credential.getTrustFramework().getUri().toString()).status())
          .isEqualTo(200);
      assertThat(credential.getDisplay()).isNotEmpty().allSatisfy(display -> {
        assertThat(display.getName()).isNotBlank();
        assertThat(display.getLocale()).isEqualTo("en-GB");
      });
      names.add(credential.getTypes().get(2));
    }
    assertThat(names)
        .doesNotHaveDuplicates()
        .contains(QUALIFICATION)
        .contains("VerifiableAuthorisationToOnboard", "VerifiableAuthorisationForTrustChain")
        .containsAll(walletTests().toList());
  }

  @Test
  void no_two_credentials_have_the_same_name() {
    assertThat(supported())
        .extracting(credential -> credential.getDisplay().get(0).getName())
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("offered")
  void what_is_offered_is_what_the_metadata_have(String type) {
    String url =
        offerUrl(requestOffer(offerQuery(type, WalletIdentity.generate().did())));
    JsonNode offered = http.get(offerUri(url)).json().path("credentials").path(0);
    List<JsonNode> listed = new ArrayList<>();
    http.get(METADATA).json().path("credentials_supported").forEach(credential -> {
      ((ObjectNode) credential).remove("display");
      listed.add(credential);
    });

    assertThat(listed).contains(offered);
  }

  @Test
  void the_key_of_the_issuer_is_its_did() {
    JsonNode keys = http.get(JWKS).json().path("keys");

    assertThat(keys).isNotEmpty();
    for (JsonNode key : keys) {
      String kid = key.path("kid").asText();
      DidKey did = DidKey.parse(kid.split("#", 2)[0]);
      assertThat(kid).isEqualTo(did.verificationMethod());
      assertThat(did.publicKey().getX()).hasToString(key.path("x").asText());
      assertThat(did.publicKey().getY()).hasToString(key.path("y").asText());
      assertThat(key.path("alg").asText()).isEqualTo("ES256");
      assertThat(key.path("use").asText()).isEqualTo("sig");
    }
  }

  @Test
  void no_private_key_is_published() {
    Exchange jwks = http.get(JWKS);

    assertThat(jwks.mediaType()).isEqualTo("application/json");
    assertThat(jwks.json().path("keys").findValues("d")).isEmpty();
  }

  static Stream<String> offered() {
    return OfferTypesTest.offered();
  }

  private List<SupportedCredential> supported() {
    return sdk.issuerMetadata().getCredentialsSupported();
  }
}
