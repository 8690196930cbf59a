package dev.authmock.it;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import dev.authmock.client.ClientRegistry;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.AuthorizationCodeGrant;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import io.micronaut.test.support.TestPropertyProvider;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A client of the configuration: there from the start, and nobody can change it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConfiguredClientTest extends ServiceTest implements TestPropertyProvider {
  private static final String CLIENT_ID = "https://configured.example/auth";

  private final ECKey key = Keys.ec("configured-key");

  @Override
  public Map<String, String> getProperties() {
    return Map.of(
        "authmock.clients.first.client-id",
        CLIENT_ID,
        "authmock.clients.first.jwks",
        new JWKSet(key).toString(),
        "authmock.clients.second.client-id",
        "https://second.example/auth",
        "authmock.clients.second.jwks-uri",
        "https://second.example/auth/jwks");
  }

  @Test
  void it_gets_tokens() {
    redeem();
  }

  @Test
  void it_survives_a_reset() {
    sdk.control().reset();

    redeem();
  }

  @Test
  void its_client_id_is_taken() {
    assertThatProblem(catchThrowable(() -> sdk.register(new ClientMetadata()
            .clientId(URI.create("https://second.example/auth"))
            .jwks(PublicKeys.of(key)))))
        .is(BAD_REQUEST, "invalid_client_metadata", "registration.client_id_free");
  }

  @Test
  void it_cannot_be_managed() {
    String path = RawHttp.REGISTER + "/" + ClientRegistry.registrationId(CLIENT_ID);
    for (String method : new String[] {"GET", "DELETE"}) {
      assertThatProblem(http.request(method, path).send())
          .is(UNAUTHORIZED, "invalid_token", "registration.access_token");
      for (String token : new String[] {"Bearer", "Bearer ", "Bearer null", "Bearer anything"}) {
        assertThatProblem(
                http.request(method, path).header("Authorization", token).send())
            .is(UNAUTHORIZED, "invalid_token", "registration.access_token");
      }
    }
    redeem();
  }

  private void redeem() {
    Wallet wallet = new Wallet(CLIENT_ID, key, sdk.issuer(), clock);
    assertThat(sdk.redeem(
            AuthorizationCodeGrant.ofServiceWallet(codes.forWallet(wallet), wallet.assertion())))
        .isNotNull();
  }
}
