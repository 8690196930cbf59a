package dev.authmock.sdk.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.CredentialException;
import dev.authmock.sdk.FakePeer;
import dev.authmock.sdk.FakePeer.Answer;
import dev.authmock.sdk.conformance.model.CredentialResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PollingTest {

  /** Time passes only while a wallet waits. */
  private static final class Waiting extends Clock {
    private Instant now = FakeMock.NOW;

    void pause(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final Waiting clock = new Waiting();

  @Test
  void a_credential_that_is_there_is_not_waited_for() throws IOException {
    try (FakePeer peer = peer(FakeMock.NOW)) {
      assertThat(ask(peer, 1, 30).getCredential()).isEqualTo("vc");
      assertThat(clock.now).isEqualTo(FakeMock.NOW);
    }
  }

  @Test
  void it_is_asked_for_after_each_interval() throws IOException {
    try (FakePeer peer = peer(FakeMock.NOW.plusSeconds(5))) {
      assertThat(ask(peer, 2, 30).getCredential()).isEqualTo("vc");
      assertThat(peer.requests()).hasSize(4);
      assertThat(clock.now).isEqualTo(FakeMock.NOW.plusSeconds(6));
    }
  }

  @Test
  void it_is_not_asked_for_after_patience_has_ended() throws IOException {
    try (FakePeer peer = peer(FakeMock.NOW.plusSeconds(5))) {
      CredentialException refused =
          catchThrowableOfType(CredentialException.class, () -> ask(peer, 2, 5));

      assertThat(refused.isPending()).isTrue();
      assertThat(peer.requests()).hasSize(3);
      assertThat(clock.now).isEqualTo(FakeMock.NOW.plusSeconds(4));
    }
  }

  @Test
  void another_refusal_is_not_waited_out() throws IOException {
    try (FakePeer peer = FakePeer.answering(
        request -> Answer.error(401, FakePeer.JSON, "{\"error\": \"invalid_token\"}"))) {
      assertThat(catchThrowableOfType(CredentialException.class, () -> ask(peer, 1, 30))
              .error())
          .isEqualTo("invalid_token");
      assertThat(peer.requests()).hasSize(1);
    }
  }

  @Test
  void an_interrupted_thread_gives_up_and_stays_interrupted() throws IOException {
    Pause interrupted = time -> {
      throw new InterruptedException();
    };
    try (FakePeer peer = peer(Instant.MAX)) {
      Polling polling =
          new Polling(clock, interrupted, Duration.ofSeconds(1), Duration.ofSeconds(30));

      assertThatThrownBy(() -> polling.until(() -> peer.client().requestDeferredCredential("acc")))
          .isInstanceOf(CredentialException.class);
      // Asks and clears it, for the tests to come.
      assertThat(Thread.interrupted()).isTrue();
      assertThat(peer.requests()).hasSize(1);
    }
  }

  @Test
  void an_interval_is_more_than_zero() {
    HolderWalletBuilder builder = HolderWallet.builder(AuthMockClient.create());

    assertThatThrownBy(() -> builder.pollInterval(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private CredentialResponse ask(FakePeer peer, int interval, int patience) {
    Polling polling = new Polling(
        clock, clock::pause, Duration.ofSeconds(interval), Duration.ofSeconds(patience));
    return polling.until(() -> peer.client().requestDeferredCredential("acc"));
  }

  private FakePeer peer(Instant ready) throws IOException {
    return FakePeer.answering(request -> clock.instant().isBefore(ready)
        ? Answer.error(400, FakePeer.JSON, "{\"error\": \"issuance_pending\"}")
        : Answer.json("{\"credential\": \"vc\"}"));
  }
}
