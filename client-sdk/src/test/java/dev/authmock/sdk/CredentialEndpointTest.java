package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.authmock.sdk.conformance.model.CredentialIssuerMetadata;
import dev.authmock.sdk.conformance.model.CredentialRequest;
import dev.authmock.sdk.conformance.model.CredentialRequestProof;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialEndpointTest {

  private static final CredentialRequest REQUEST = new CredentialRequest()
      .format("jwt_vc")
      .types(List.of("A", "B"))
      .proof(new CredentialRequestProof().proofType("jwt").jwt("h.p.s"));

  @Test
  void a_credential_is_asked_for_with_the_access_token() throws IOException {
    try (FakePeer peer =
        FakePeer.answering(200, FakePeer.JSON, "{\"credential\": \"vc\", \"c_nonce\": \"n2\"}")) {
      assertThat(peer.client().requestCredential("a.t", REQUEST).getCredential())
          .isEqualTo("vc");
      assertThat(peer.request().uri()).isEqualTo("/conformance/v3/issuer-mock/credential");
      assertThat(peer.request().header("Authorization")).isEqualTo("Bearer a.t");
      assertThat(peer.request().body())
          .isEqualTo("{\"format\":\"jwt_vc\",\"types\":[\"A\",\"B\"],"
              + "\"proof\":{\"proof_type\":\"jwt\",\"jwt\":\"h.p.s\"}}");
    }
  }

  @Test
  void a_deferred_credential_is_asked_for_with_the_acceptance_token_and_no_body()
      throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, "{\"credential\": \"vc\"}")) {
      assertThat(peer.client().requestDeferredCredential("acc").getCredential()).isEqualTo("vc");
      assertThat(peer.request().method()).isEqualTo("POST");
      assertThat(peer.request().uri()).isEqualTo("/conformance/v3/issuer-mock/credential_deferred");
      assertThat(peer.request().header("Authorization")).isEqualTo("Bearer acc");
      assertThat(peer.request().body()).isEmpty();
    }
  }

  @Test
  void a_refusal_carries_its_check_its_instance_and_the_fresh_nonce() throws IOException {
    String body = """
        {"error": "invalid_or_missing_proof", "error_description": "The nonce is used.",
         "c_nonce": "s3cret", "c_nonce_expires_in": 86400, "check": "proof.nonce",
         "instance": "http://localhost:8080/journal/1a2b"}""";
    try (FakePeer peer = FakePeer.answering(400, FakePeer.JSON, body)) {
      CredentialException refused = catchThrowableOfType(
          CredentialException.class, () -> peer.client().requestCredential("at", REQUEST));

      assertThat(refused)
          .hasMessage("400: invalid_or_missing_proof (proof.nonce): The nonce is used."
              + " – explained at http://localhost:8080/journal/1a2b");
      assertThat(refused.error()).isEqualTo("invalid_or_missing_proof");
      assertThat(refused.cNonce()).isEqualTo("s3cret");
      assertThat(refused.isPending()).isFalse();
      assertThat(refused.problem().instance())
          .isEqualTo(URI.create("http://localhost:8080/journal/1a2b"));
    }
  }

  @Test
  void a_credential_that_is_to_come_is_a_refusal_of_its_own_kind() throws IOException {
    try (FakePeer peer =
        FakePeer.answering(400, FakePeer.JSON, "{\"error\":\"issuance_pending\"}")) {
      CredentialException refused = catchThrowableOfType(
          CredentialException.class, () -> peer.client().requestDeferredCredential("acc"));

      assertThat(refused.isPending()).isTrue();
      assertThat(refused.cNonce()).isNull();
    }
  }

  @Test
  void an_answer_with_neither_a_credential_nor_a_promise_is_told() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, "{\"c_nonce\": \"s3cret\"}")) {
      assertThat(catchThrowableOfType(
              AuthMockUnavailableException.class,
              () -> peer.client().requestCredential("at", REQUEST)))
          .hasMessageEndingWith("with JSON that lacks what the contract promises");
    }
  }

  @Test
  void a_token_that_no_header_can_carry_is_refused_and_not_quoted() {
    AuthMockClient client = AuthMockClient.create();

    assertThatThrownBy(() -> client.requestCredential("s3cret\r\n", REQUEST))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("s3cret");
    assertThatThrownBy(() -> client.requestDeferredCredential("s3cret token"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void the_issuer_tells_what_it_issues() throws IOException {
    String body = """
        {"credential_issuer": "http://m/ci", "credentials_supported": [{"format": "jwt_vc",
         "types": ["A", "B"]}]}""";
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, body)) {
      CredentialIssuerMetadata metadata = peer.client().issuerMetadata();

      assertThat(metadata.getCredentialsSupported().get(0).getTypes()).containsExactly("A", "B");
      assertThat(peer.url() + peer.request().uri())
          .isEqualTo(peer.client().credentialIssuer() + "/.well-known/openid-credential-issuer");
    }
  }
}
