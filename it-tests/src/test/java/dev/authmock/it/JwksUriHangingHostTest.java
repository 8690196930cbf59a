package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.jwks.HeldRequests;
import dev.authmock.it.support.jwks.JwksHost;
import dev.authmock.it.support.jwks.RemoteKeysTest;
import dev.authmock.it.support.jwks.RemoteWallet;
import dev.authmock.it.support.jwks.SocketHost;
import io.micronaut.context.annotation.Property;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * While one client's host hangs, the others get their tokens.
 *
 * <p>No time is measured: the host holds what it was asked until a latch opens, and the service would
 * wait for it for a minute. Whatever the others get before the latch opens, they got meanwhile.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4">RFC 9700, section 4</a>
 */
@Property(name = "authmock.fetch.total-timeout", value = "60s")
class JwksUriHangingHostTest extends RemoteKeysTest {
  private final ECKey key = Keys.ec("key-1");
  private final CountDownLatch latch = new CountDownLatch(1);
  private final HeldRequests held = new HeldRequests();
  private SocketHost hanging;

  @BeforeEach
  void hang() {
    hanging = SocketHost.answeringAfter(latch, keys());
  }

  @AfterEach
  void letGo() throws IOException {
    latch.countDown();
    held.close();
    hanging.close();
  }

  @Test
  void clients_with_inline_keys_get_their_tokens() throws InterruptedException {
    hold(formsOf(walletAt(hanging.jwksUri(), key), 50));
    for (int i = 0; i < 50; i++) {
      assertAccepted(clientWithInlineKeys());
    }
    assertStillHeld(50);
  }

  @Test
  void clients_whose_keys_are_known_get_their_tokens() throws InterruptedException {
    try (JwksHost host = JwksHost.of(key)) {
      RemoteWallet known = walletAt(host.jwksUri(), key);
      assertAccepted(known.form());
      hold(formsOf(walletAt(hanging.jwksUri(), key), 50));
      for (int i = 0; i < 50; i++) {
        assertAccepted(known.form());
      }
      assertStillHeld(50);
    }
  }

  @Test
  void clients_whose_keys_have_to_be_fetched_get_their_tokens() throws InterruptedException {
    hold(formsOf(walletAt(hanging.jwksUri(), key), 50));
    try (JwksHost host = JwksHost.of(key)) {
      for (int i = 0; i < 10; i++) {
        assertAccepted(walletAt(host.jwksUri(), key).form());
        host.answer("/" + i, JwksHost.json(keys()));
        assertAccepted(walletAt(host.url("/" + i), key).form());
      }
    }
    assertStillHeld(50);
  }

  /** More requests want the one host than the service lets wait; the others need a place too. */
  @Test
  void clients_whose_requests_come_all_at_once_get_their_tokens() throws Exception {
    hold(formsOf(walletAt(hanging.jwksUri(), key), 100));
    CountDownLatch slow = new CountDownLatch(1);
    try (SocketHost host = SocketHost.answeringAfter(slow, keys());
        HeldRequests honest = new HeldRequests()) {
      honest.send(http, formsOf(walletAt(host.jwksUri(), key), 20));
      assertThat(host.awaitRequests(1)).isTrue();
      letServiceCatchUp();
      slow.countDown();
      assertThat(honest.answers()).hasSize(20).extracting(Exchange::status).containsOnly(200);
    }
    assertThat(hanging.held()).isEqualTo(1);
  }

  /** On a developer's machine all clients are at localhost, each on a port of its own. */
  @Test
  void clients_at_another_port_of_the_same_name_get_their_tokens() throws InterruptedException {
    List<Form> forms = IntStream.range(0, 20)
        .mapToObj(i -> walletAt(hanging.url("/jwks/" + i), key).form())
        .toList();
    held.send(http, forms);
    assertThat(hanging.awaitRequests(16)).isTrue();
    try (JwksHost host = JwksHost.of(key)) {
      assertAccepted(walletAt(host.jwksUri(), key).form());
    }
    assertThat(hanging.held()).isGreaterThanOrEqualTo(16);
  }

  @Test
  void requests_of_one_client_share_one_request_to_its_host() throws InterruptedException {
    hold(formsOf(walletAt(hanging.jwksUri(), key), 50));
    assertStillHeld(50);
    latch.countDown();
    assertThat(held.answers()).hasSize(50).extracting(Exchange::status).containsOnly(200);
    assertThat(hanging.requests()).isEqualTo(1);
  }

  private void hold(List<Form> forms) throws InterruptedException {
    held.send(http, forms);
    assertThat(hanging.awaitRequests(1)).isTrue();
    letServiceCatchUp();
  }

  /** What comes after the held requests is answered after they were taken up. */
  private void letServiceCatchUp() {
    for (int i = 0; i < 20; i++) {
      assertThat(http.token(Form.empty().with("grant_type", "unknown")).status())
          .isEqualTo(400);
    }
  }

  private String keys() {
    return "{\"keys\":[" + key.toPublicJWK() + "]}";
  }

  private void assertStillHeld(int number) {
    assertThat(hanging.held()).isEqualTo(1);
    assertThat(held.unanswered()).isEqualTo(number);
  }

  private Form clientWithInlineKeys() {
    var wallet = clients.register();
    return wallet.form(codes.forWallet(wallet));
  }

  private static List<Form> formsOf(RemoteWallet remote, int number) {
    return Stream.generate(remote::form).limit(number).toList();
  }
}
