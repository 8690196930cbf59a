package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import dev.authmock.grant.Redemption.Outcome;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InMemorySingleUseStoreTest extends SingleUseStoreContract {

  @Override
  SingleUseStore<TokenId> store() {
    return new InMemorySingleUseStore<>("codes", 100, clock);
  }

  @Test
  void a_full_store_refuses_more_and_keeps_what_it_has() {
    IntStream.range(0, 100).forEach(i -> store.put("id" + i, VALUE, end()));

    assertThatThrownBy(() -> store.put("one more", VALUE, end()))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.check()).isEqualTo(RequestCheck.SERVER_CAPACITY));
    assertThat(store.redeem("id0").outcome()).isEqualTo(Outcome.REDEEMED);
    assertThat(store.redeem("one more").outcome()).isEqualTo(Outcome.UNKNOWN);
  }

  @Test
  void a_full_store_has_room_again_when_entries_are_past_their_memory() {
    IntStream.range(0, 100).forEach(i -> store.put("id" + i, VALUE, end()));
    clock.advance(LIFETIME.plusSeconds(602));

    store.put("one more", VALUE, end());

    assertThat(store.redeem("one more").outcome()).isEqualTo(Outcome.REDEEMED);
  }
}
