package dev.authmock.it;

import static dev.authmock.it.support.Kind.INTERNAL_SERVER_ERROR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.authmock.it.support.Form;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import io.micronaut.context.annotation.Property;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Memory is bounded; who comes upon a bound is told so. */
@Property(name = "authmock.memory.max-entries", value = "3")
@Property(name = "authmock.registration.max-clients", value = "2")
class CapacityTest extends ServiceTest {

  @Test
  void a_full_store_of_codes_takes_no_more() {
    mint(3);

    assertThatProblem(catchThrowable(codes::preAuthorized))
        .is(INTERNAL_SERVER_ERROR, "server_error", "server.capacity");
  }

  @Test
  void what_is_long_past_its_lifetime_makes_room() {
    mint(3);
    clock.advance(Duration.ofSeconds(300 + 601));

    mint(3);
  }

  @Test
  void what_was_redeemed_makes_room() {
    for (int i = 0; i < 10; i++) {
      String code = codes.preAuthorizedWithoutPin();
      assertThat(http.token(Form.ofPreAuthorizedCode(code)).status()).isEqualTo(200);
    }
  }

  @Test
  void a_full_registry_takes_no_more_clients_and_those_that_are_there_go_on() {
    Wallet wallet = clients.register();
    clients.register();

    assertThatProblem(catchThrowable(clients::register))
        .is(INTERNAL_SERVER_ERROR, "server_error", "server.capacity");
    assertThat(http.token(wallet.form(codes.forWallet(wallet))).status()).isEqualTo(200);
  }

  @Test
  void a_replay_that_can_no_longer_be_remembered_is_not_let_through() {
    Wallet wallet = clients.register();
    for (int i = 0; i < 3; i++) {
      assertThat(http.token(wallet.form(codes.forWallet(wallet))).status()).isEqualTo(200);
    }

    assertThatProblem(http.token(wallet.form(codes.forWallet(wallet))))
        .is(INTERNAL_SERVER_ERROR, "server_error", "server.capacity");
  }

  private void mint(int count) {
    for (int i = 0; i < count; i++) {
      codes.preAuthorized();
    }
  }
}
