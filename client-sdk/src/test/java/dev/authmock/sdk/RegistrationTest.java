package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.authmock.sdk.FakePeer.Received;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import dev.authmock.sdk.conformance.model.ClientRegistration;
import java.io.IOException;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RegistrationTest {

  private static final String ANSWER = """
      {"client_id": "https://issuer.example/auth", "client_id_issued_at": 1795000000,
       "registration_access_token": "wq3-Vt0.o_Zr~7c+X/b1==", "redirect_uris": [],
       "registration_client_uri": "http://elsewhere/conformance/v3/auth-mock/register/Zk3J%20r0",
       "token_endpoint_auth_method": "private_key_jwt", "unheard_of": true}""";

  private static final String PATH = "/conformance/v3/auth-mock/register";

  @Test
  void a_client_registers_with_its_public_keys() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
    try (FakePeer peer = FakePeer.answering(201, FakePeer.JSON, ANSWER)) {
      ClientRegistration registration = peer.client()
          .register(new ClientMetadata()
              .clientId(URI.create("https://issuer.example/auth"))
              .jwks(PublicKeys.of(key)));

      JsonNode sent = new ObjectMapper().readTree(peer.request().body());
      assertThat(peer.request().method() + " " + peer.request().uri()).isEqualTo("POST " + PATH);
      assertThat(peer.request().header("Content-Type")).isEqualTo(FakePeer.JSON);
      assertThat(sent.at("/jwks/keys/0/kid").textValue()).isEqualTo("key-1");
      assertThat(sent.at("/jwks/keys/0/d").isMissingNode()).isTrue();
      assertThat(registration.getClientIdIssuedAt()).isEqualTo(1795000000L);
    }
  }

  @Test
  void a_registration_is_read_replaced_and_deleted_with_its_token() throws Exception {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, ANSWER)) {
      assertThat(peer.client().readRegistration(access()).getClientId())
          .isEqualTo("https://issuer.example/auth");
      assertManaged(peer.request(), "GET");
    }
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, ANSWER)) {
      peer.client().replaceRegistration(access(), new ClientMetadata().clientName("Zoë"));
      assertManaged(peer.request(), "PUT");
      assertThat(peer.request().body()).contains("\"client_name\":\"Zoë\"");
    }
    try (FakePeer peer = FakePeer.answering(204, "", "")) {
      peer.client().deleteRegistration(access());
      assertManaged(peer.request(), "DELETE");
    }
  }

  @Test
  void a_registration_that_was_read_gives_access_as_before() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, ANSWER)) {
      assertThat(RegistrationAccess.of(peer.client().readRegistration(access())))
          .isEqualTo(access());
    }
  }

  @Test
  void a_registration_without_its_token_or_its_uri_gives_no_access() {
    ClientRegistration withoutToken =
        new ClientRegistration().registrationClientUri(URI.create("http://localhost/register/Zk"));
    ClientRegistration withoutUri = new ClientRegistration().registrationAccessToken("token");

    for (ClientRegistration faulty : new ClientRegistration[] {withoutToken, withoutUri}) {
      assertThatThrownBy(() -> RegistrationAccess.of(faulty))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "a registration without registration_access_token or registration_client_uri");
    }
  }

  @Test
  void a_token_that_no_header_can_carry_is_refused_and_not_quoted() {
    for (String token : new String[] {"", "s3cret\r\nX-Evil: 1", "s3cret token", "s3crét"}) {
      assertThatThrownBy(() -> RegistrationAccess.of("Zk", token))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a bearer token is visible ASCII without spaces");
    }
  }

  @Test
  void the_token_is_hidden() throws IOException {
    assertThat(RegistrationAccess.of("Zk", "s3cret"))
        .hasToString("RegistrationAccess[registrationId=Zk]");
  }

  private static RegistrationAccess access() throws IOException {
    try (FakePeer peer = FakePeer.answering(201, FakePeer.JSON, ANSWER)) {
      return RegistrationAccess.of(peer.client().register(new ClientMetadata()));
    }
  }

  private static void assertManaged(Received request, String method) {
    assertThat(request.method()).isEqualTo(method);
    assertThat(request.uri()).isEqualTo(PATH + "/Zk3J%20r0");
    assertThat(request.header("Authorization")).isEqualTo("Bearer wq3-Vt0.o_Zr~7c+X/b1==");
  }
}
