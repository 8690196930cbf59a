package dev.authmock.authorize;

import static dev.authmock.authorize.Refusals.brokenBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.check.DirectPostCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import dev.authmock.grant.AuthorizationCode;
import dev.authmock.grant.PendingAuthorization;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PendingAuthorizationsTest {
  private static final String DID = "did:key:zabc";

  private final Room room = new Room(10, 10, 0);
  private final Evaluation evaluation = new Evaluation("id");

  @Test
  void a_good_answer_is_exchanged_for_a_code_of_what_was_asked_for() {
    String state = send(room);
    PendingAuthorization pending = room.pendingAuthorizations.look(state, evaluation);

    String code = room.pendingAuthorizations.exchange(state, pending, DID, evaluation);

    AuthorizationCode bound = room.codes.redeem(code).required();
    assertThat(bound.clientId()).isEqualTo(Room.CLIENT);
    assertThat(bound.subject()).isEqualTo(DID);
    assertThat(bound.nonce()).isEqualTo("client's nonce");
    assertThat(bound.redirectUri()).isEqualTo("https://issuer.example/callback");
    assertThat(evaluation.flowId()).isEqualTo("flow");
  }

  @Test
  void looking_at_a_request_leaves_it_alone() {
    String state = send(room);

    room.pendingAuthorizations.look(state, evaluation);

    assertThat(room.pendings.peek(state)).isPresent();
  }

  @Test
  void an_answered_request_is_answered_and_can_no_longer_be_read() {
    String state = send(room);
    PendingAuthorization pending = room.pendingAuthorizations.look(state, evaluation);
    String requestId = String.valueOf(pending.requestId());
    assertThat(room.walletRequests.find(requestId).isKnown()).isTrue();

    room.pendingAuthorizations.end(state, evaluation);

    assertThat(room.walletRequests.find(requestId).isKnown()).isFalse();
    assertThat(brokenBy(() -> room.pendingAuthorizations.look(state, evaluation)))
        .isEqualTo(DirectPostCheck.STATE_UNUSED);
  }

  @Test
  void unknown_and_expired_states_are_told_apart() {
    String state = send(room);

    assertThat(brokenBy(() -> room.pendingAuthorizations.look("other", evaluation)))
        .isEqualTo(DirectPostCheck.STATE_KNOWN);
    room.clock.advance(Duration.ofSeconds(300));
    assertThat(brokenBy(() -> room.pendingAuthorizations.look(state, evaluation)))
        .isEqualTo(DirectPostCheck.STATE_NOT_EXPIRED);
  }

  @Test
  void of_answers_that_come_at_once_one_gets_a_code() throws Exception {
    String state = send(room);
    PendingAuthorization pending = room.pendingAuthorizations.look(state, evaluation);
    Callable<String> answer = () -> {
      try {
        return room.pendingAuthorizations.exchange(state, pending, DID, new Evaluation("own"));
      } catch (RefusedException e) {
        return e.check().id();
      }
    };

    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<String> results = new ArrayList<>();
    try {
      for (Future<String> done : threads.invokeAll(Collections.nCopies(8, answer))) {
        results.add(done.get());
      }
    } finally {
      threads.shutdown();
    }

    assertThat(results).filteredOn(DirectPostCheck.STATE_UNUSED.id()::equals).hasSize(7);
    assertThat(results).filteredOn(code -> room.codes.peek(code).isPresent()).hasSize(1);
  }

  @Test
  void for_want_of_room_for_the_code_the_state_is_not_lost() {
    Room full = new Room(10, 0, 0);
    String state = send(full);
    PendingAuthorization pending = full.pendingAuthorizations.look(state, evaluation);

    assertThat(brokenBy(() -> full.pendingAuthorizations.exchange(state, pending, DID, evaluation)))
        .isEqualTo(RequestCheck.SERVER_CAPACITY);
    assertThat(full.pendings.peek(state)).isPresent();
  }

  private static String send(Room room) {
    String location =
        room.walletRequests.send(Room.accepted("VerifiableAccreditationToAttest", "openid:"));
    int begin = location.indexOf("state=") + "state=".length();
    return location.substring(begin, location.indexOf('&', begin));
  }
}
