package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.RefusedException;
import org.junit.jupiter.api.Test;

class InMemoryExpiringStoreTest extends ExpiringStoreContract {

  @Override
  ExpiringStore<TokenId> store() {
    return new InMemoryExpiringStore<>("things", 2, clock);
  }

  @Test
  void a_full_store_refuses_rather_than_forgets() {
    store.put("one", VALUE, end());
    store.put("two", VALUE, end());
    assertThatThrownBy(() -> store.put("three", VALUE, end())).isInstanceOf(RefusedException.class);
    assertThat(store.find("one").live()).contains(VALUE);
  }
}
