package dev.authmock.it.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Keys;
import dev.authmock.sdk.AuthMockException;
import dev.authmock.sdk.AuthorizationCodeGrant;
import dev.authmock.sdk.ClientAssertion;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.RegistrationAccess;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import dev.authmock.sdk.conformance.model.ClientRegistration;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import dev.authmock.sdk.control.model.ManagedClient;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A client that one node registered is a client of the other. */
class ClientsOfBothNodesTest extends TwoNodesTest {
  private static final String CLIENT = "https://issuer.example/auth";

  private final ECKey key = Keys.ec("key-1");
  private final ECKey later = Keys.ec("key-2");

  @Test
  void a_client_that_registered_at_one_node_gets_tokens_at_the_other() {
    A.sdk().register(metadata(key));

    assertThat(redeemAt(B, key).getAccessToken()).isNotBlank();
  }

  @Test
  void its_keys_are_replaced_for_both_nodes_at_once() {
    ClientRegistration registration = A.sdk().register(metadata(key));
    redeemAt(B, key);
    A.sdk().replaceRegistration(RegistrationAccess.of(registration), metadata(later));

    assertRefused(key, "client_assertion.key_known");
    assertThat(redeemAt(B, later).getAccessToken()).isNotBlank();
  }

  @Test
  void its_registration_token_is_good_at_both_nodes_until_one_replaces_it() {
    RegistrationAccess first = RegistrationAccess.of(A.sdk().register(metadata(key)));
    RegistrationAccess second =
        RegistrationAccess.of(B.sdk().replaceRegistration(first, metadata(later)));

    assertThat(A.sdk().readRegistration(second).getClientId()).hasToString(CLIENT);
    assertThatThrownBy(() -> A.sdk().readRegistration(first)).isInstanceOf(AuthMockException.class);
  }

  @Test
  void a_client_that_is_deleted_at_one_node_is_unknown_at_the_other() {
    RegistrationAccess access = RegistrationAccess.of(A.sdk().register(metadata(key)));
    redeemAt(B, key);
    A.sdk().deleteRegistration(access);

    assertRefused(key, "client.registered");
  }

  @Test
  void a_client_id_is_free_for_one_of_both() {
    A.sdk().register(metadata(key));

    assertThatThrownBy(() -> B.sdk().register(metadata(later)))
        .isInstanceOfSatisfying(
            AuthMockException.class,
            refused ->
                assertThat(refused.problem().check()).isEqualTo("registration.client_id_free"));
  }

  @Test
  void a_tester_sees_and_manages_the_clients_of_both_at_either() {
    A.sdk().register(metadata(key));
    ManagedClient added = B.sdk()
        .control()
        .clients()
        .add(new ClientMetadata()
            .clientId(URI.create("https://another.example/auth"))
            .jwksUri(URI.create("https://another.example/jwks")));

    assertThat(A.sdk().control().clients().list())
        .extracting(client -> client.getClientId().toString())
        .containsExactly("https://another.example/auth", CLIENT);
    A.sdk().control().clients().remove(added.getId());
    assertThat(B.sdk().control().clients().list()).hasSize(1);
  }

  @Test
  void a_reset_of_one_node_leaves_no_client_at_the_other() {
    A.sdk().register(metadata(key));
    B.sdk().control().reset();

    assertThat(A.sdk().control().clients().list()).isEmpty();
  }

  private static ClientMetadata metadata(ECKey key) {
    return new ClientMetadata().clientId(URI.create(CLIENT)).jwks(PublicKeys.of(key));
  }

  private static dev.authmock.sdk.conformance.model.TokenResponse redeemAt(Node node, ECKey key) {
    String code = A.sdk()
        .control()
        .mintAuthorizationCode(new AuthorizationCodeOrder().clientId(CLIENT))
        .getCode();
    ClientAssertion assertion =
        ClientAssertion.builder(CLIENT, node.sdk().issuer(), key).sign();
    return node.sdk().redeem(AuthorizationCodeGrant.ofServiceWallet(code, assertion));
  }

  private static void assertRefused(ECKey key, String check) {
    assertThatThrownBy(() -> redeemAt(B, key))
        .isInstanceOfSatisfying(
            AuthMockException.class,
            refused -> assertThat(refused.problem().check()).isEqualTo(check));
  }
}
