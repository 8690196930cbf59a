package dev.authmock.it.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Keys;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.ClientControl;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import dev.authmock.sdk.control.model.JwksTest;
import dev.authmock.sdk.control.model.ManagedClient;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Registered clients, by the SDK. */
class ClientControlTest extends ServiceTest {

  @Test
  void a_client_is_added_read_replaced_and_removed() {
    ClientControl control = sdk.control().clients();
    URI clientId = URI.create(clients.freshId());
    ClientMetadata metadata =
        new ClientMetadata().clientId(clientId).jwks(PublicKeys.of(Keys.ec("key-1")));

    String id = control.add(metadata).getId();
    assertThat(control.list()).extracting(ManagedClient::getId).contains(id);
    assertThat(control.read(id).getClientId()).isEqualTo(clientId.toString());
    assertThat(control.read(id).getConfigured()).isFalse();

    String redirectUri = clientId + "/callback";
    control.replace(id, metadata.redirectUris(List.of(redirectUri)));
    assertThat(control.read(id).getRedirectUris()).containsExactly(redirectUri);

    control.remove(id);
    assertThat(control.list()).extracting(ManagedClient::getId).doesNotContain(id);
  }

  @Test
  void a_jwks_uri_is_tested() {
    JwksTest own = sdk.control().clients().testJwksUri(URI.create(sdk.issuer() + "/jwks"));

    assertThat(own.getOutcome()).isEqualTo(JwksTest.OutcomeEnum.ACCEPTED);
    assertThat(own.getKeys())
        .singleElement()
        .satisfies(key -> assertThat(key.getUsable()).isTrue());
  }
}
