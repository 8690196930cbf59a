package dev.authmock.it.credential;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.jwks.JwksHost;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.AuthorizationResponse;
import dev.authmock.sdk.conformance.model.TokenResponse;
import dev.authmock.sdk.wallet.IssuedCredential;
import dev.authmock.sdk.wallet.ServiceWallet;
import dev.authmock.sdk.wallet.ServiceWalletBuilder;
import dev.authmock.sdk.wallet.WalletIdentity;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A service wallet is authorized to onboard, and by that for a chain of trust. */
class ServiceWalletFlowsTest extends IssuanceTest {
  private static final String TO_ONBOARD = "VerifiableAuthorisationToOnboard";
  private static final String FOR_TRUST_CHAIN = "VerifiableAuthorisationForTrustChain";

  private final ECKey key = Keys.ec("key-1");
  private final JwksHost host = JwksHost.of(key);

  @AfterEach
  void stop() {
    host.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {TO_ONBOARD, "VerifiableAccreditationToAttest", "VerifiableAccreditationToAccredit"
      })
  void a_wallet_that_brings_its_keys_obtains_a_credential_by_an_id_token(String type) {
    requireObtained(builder().build(), type);
  }

  @Test
  void a_wallet_with_its_keys_at_a_url_obtains_a_credential_by_an_id_token() {
    requireObtained(builder().jwksUri(URI.create(host.jwksUri())).build(), TO_ONBOARD);
    assertThat(host.requests()).isPositive();
  }

  @Test
  void a_wallet_that_may_onboard_obtains_the_next_credential_by_a_presentation() {
    ServiceWallet wallet = builder().build();

    requireObtained(wallet, TO_ONBOARD);
    requireObtained(wallet, FOR_TRUST_CHAIN);
  }

  @Test
  void a_request_object_may_be_fetched_from_the_wallet() {
    ServiceWallet wallet = builder().build();
    requireObtained(wallet, TO_ONBOARD);

    for (String type : List.of(TO_ONBOARD, FOR_TRUST_CHAIN)) {
      AuthorizationRequest request = wallet.authorizationRequest(wallet.types(type));
      serve(wallet.requestObject(request).serialized());
      requireIssued(wallet, request.withRequestUri(host.url("/request")), type);
    }
  }

  @Test
  void the_query_may_have_nothing_but_the_client_and_its_request_object() {
    ServiceWallet wallet = builder().build();
    AuthorizationRequest full = wallet.authorizationRequest(wallet.types(TO_ONBOARD));
    AuthorizationRequest bare = full;
    for (String name : full.parameters().keySet()) {
      bare = name.equals("client_id") ? bare : bare.without(name);
    }

    var wanted = wallet.send(bare.withRequest(wallet.requestObject(full).serialized()));
    AuthorizationResponse response = wallet.post(wanted, wallet.answer(wanted));
    assertThat(response.state()).isEqualTo(full.parameter("state"));
    requireIssued(wallet, sdk.redeem(wallet.grant(response.code())), TO_ONBOARD);
  }

  @Test
  void a_wallet_may_prove_another_did_than_that_of_its_client_key() {
    WalletIdentity identity = WalletIdentity.generate();
    ServiceWallet wallet = builder().identity(identity).build();

    IssuedCredential credential = wallet.obtainCredential(TO_ONBOARD);
    assertThat(verified(credential).claims()).containsEntry("sub", identity.did());
  }

  private ServiceWalletBuilder builder() {
    return ServiceWallet.builder(sdk, clients.freshId(), key).clock(clock).pause(clock::advance);
  }

  private void serve(String requestObject) {
    host.answer(
        "/request",
        aResponse()
            .withHeader("Content-Type", "application/oauth-authz-req+jwt")
            .withBody(requestObject));
  }

  private void requireObtained(ServiceWallet wallet, String type) {
    requireOfType(wallet, wallet.obtainCredential(type), type);
  }

  private void requireIssued(ServiceWallet wallet, AuthorizationRequest request, String type) {
    requireIssued(wallet, sdk.redeem(wallet.grant(wallet.authorize(request).code())), type);
  }

  private void requireIssued(ServiceWallet wallet, TokenResponse tokens, String type) {
    requireOfType(
        wallet, wallet.collect(wallet.requestCredential(tokens, wallet.types(type))), type);
  }

  private void requireOfType(ServiceWallet wallet, IssuedCredential credential, String type) {
    VerifiedCredential verified = verified(credential);
    assertThat(verified.claims()).containsEntry("sub", wallet.did());
    assertThat(verified.vc())
        .containsEntry("type", List.of("VerifiableCredential", "VerifiableAttestation", type));
  }

  private VerifiedCredential verified(IssuedCredential credential) {
    return VerifiedCredential.of(credential.jwt(), http.get(RawHttp.ISSUER_MOCK + "/jwks"), clock);
  }
}
