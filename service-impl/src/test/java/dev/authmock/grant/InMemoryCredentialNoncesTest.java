package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.RefusedException;
import org.junit.jupiter.api.Test;

class InMemoryCredentialNoncesTest extends CredentialNoncesContract {

  @Override
  CredentialNonces nonces(OpaqueTokens random) {
    return new InMemoryCredentialNonces(2, random, clock);
  }

  @Test
  void there_is_room_for_so_many_tokens_and_for_those_that_are_known_always() {
    take("one", "first");
    take("two", "first");
    assertThatThrownBy(() -> take("three", "first")).isInstanceOf(RefusedException.class);
    assertThat(nonces.fresh("one", "first", end())).isNotEmpty();
  }
}
