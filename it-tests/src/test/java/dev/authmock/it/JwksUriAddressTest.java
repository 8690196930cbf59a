package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.jwks.JwksHost;
import dev.authmock.it.support.jwks.RemoteKeysTest;
import io.micronaut.context.annotation.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where strangers can register clients, the server does not call its own network for them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890, special-purpose addresses</a>
 */
@Property(name = "authmock.fetch.deny-private", value = "true")
class JwksUriAddressTest extends RemoteKeysTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "127.0.0.1", "127.1.2.3", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0"})
  void a_loopback_address_is_not_called_where_private_ones_are_denied(String name) {
    ECKey key = Keys.ec("key-1");
    try (JwksHost host = JwksHost.of(key)) {
      String jwksUri = host.jwksUri().replace("localhost", name);
      assertUnusable(walletAt(jwksUri, key), "client_keys.reachable").saying("a loopback address");
      assertThat(host.requests()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "[fd00::1]"})
  void a_private_address_is_not_called_where_private_ones_are_denied(String name) {
    assertUnusable("http://" + name + "/jwks", "client_keys.reachable").saying("a private address");
  }

  @Test
  void a_link_local_address_is_not_called() {
    assertUnusable("http://169.254.169.254/latest/meta-data/", "client_keys.reachable")
        .saying("a cloud metadata address");
  }
}
