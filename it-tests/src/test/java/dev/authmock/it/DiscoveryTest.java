package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the server says about itself; protocol.md, section 4. */
class DiscoveryTest extends ServiceTest {
  private static final String OPENID = RawHttp.AUTH_MOCK + "/.well-known/openid-configuration";
  private static final String RFC_8414 =
      "/.well-known/oauth-authorization-server" + RawHttp.AUTH_MOCK;

  @Test
  void both_well_known_forms_are_the_same_document() {
    Exchange openid = http.get(OPENID);
    Exchange rfc8414 = http.get(RFC_8414);

    assertThat(openid.status()).isEqualTo(200);
    assertThat(openid.mediaType()).isEqualTo("application/json");
    assertThat(rfc8414.json()).isEqualTo(openid.json());
  }

  @Test
  void the_metadata_are_those_of_the_ebsi_auth_mock() {
    JsonNode expected = Json.read("""
        {
          "issuer": "AS",
          "authorization_endpoint": "AS/authorize",
          "token_endpoint": "AS/token",
          "jwks_uri": "AS/jwks",
          "registration_endpoint": "AS/register",
          "redirect_uris": ["AS/direct_post"],
          "scopes_supported": ["openid"],
          "response_types_supported": ["code", "vp_token", "id_token"],
          "response_modes_supported": ["query"],
          "grant_types_supported":
            ["authorization_code", "urn:ietf:params:oauth:grant-type:pre-authorized_code"],
          "subject_types_supported": ["public"],
          "id_token_signing_alg_values_supported": ["ES256"],
          "request_object_signing_alg_values_supported": ["ES256"],
          "request_parameter_supported": true,
          "request_uri_parameter_supported": true,
          "token_endpoint_auth_methods_supported": ["private_key_jwt", "none"],
          "token_endpoint_auth_signing_alg_values_supported": ["ES256"],
          "code_challenge_methods_supported": ["S256"],
          "request_authentication_methods_supported": {"authorization_endpoint": ["request_object"]},
          "vp_formats_supported":
            {"jwt_vp": {"alg_values_supported": ["ES256"]}, "jwt_vc": {"alg_values_supported": ["ES256"]}},
          "subject_syntax_types_supported": ["did:key", "did:ebsi"],
          "subject_syntax_types_discriminations": ["did:key:jwk_jcs-pub", "did:ebsi:v1"],
          "subject_trust_frameworks_supported": ["ebsi"],
          "id_token_types_supported": ["subject_signed_id_token", "attester_signed_id_token"]
        }
        """.replace("\"AS", "\"" + http.base() + RawHttp.AUTH_MOCK));

    assertThat(http.get(OPENID).json()).isEqualTo(expected);
  }

  @Test
  void the_sdk_finds_the_same_endpoints_as_the_metadata_name() {
    assertThat(sdk.metadata().getIssuer()).hasToString(sdk.issuer());
    assertThat(sdk.metadata().getTokenEndpoint()).hasToString(sdk.tokenEndpoint());
  }

  @Test
  void the_keys_are_public_ones_for_es256() {
    JsonNode keys = http.get(RawHttp.JWKS).json().path("keys");

    assertThat(keys).hasSize(1);
    JsonNode key = keys.get(0);
    assertThat(key.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(Set.of("kty", "crv", "use", "alg", "kid", "x", "y"));
    assertThat(key.path("kty").asText()).isEqualTo("EC");
    assertThat(key.path("crv").asText()).isEqualTo("P-256");
    assertThat(key.path("use").asText()).isEqualTo("sig");
    assertThat(key.path("alg").asText()).isEqualTo("ES256");
    assertThat(sdk.jwks().getKeys()).hasSize(1).noneMatch(jwk -> jwk.isPrivate());
  }
}
