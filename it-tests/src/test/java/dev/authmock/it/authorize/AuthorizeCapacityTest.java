package dev.authmock.it.authorize;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.flow.AnswerTest;
import io.micronaut.context.annotation.Property;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Memory is bounded: who comes upon a bound is told so, and what was there before goes on. */
@Property(name = "authmock.memory.max-entries", value = "3")
class AuthorizeCapacityTest extends AnswerTest {

  @Test
  void more_requests_than_can_be_remembered_are_told_so_at_the_redirect_uri() {
    assertAccepted(form(request));
    assertAccepted(form(request));
    assertThatRedirect(http.authorize(form(request))).is("server_error", "server.capacity");
    assertCode(good());
    assertAccepted(form(request));
  }

  @Test
  void what_is_long_past_its_time_makes_room() {
    assertAccepted(form(request));
    assertAccepted(form(request));
    clock.advance(Duration.ofSeconds(300 + 601));
    assertThatRedirect(http.authorize(form(request))).is("invalid_request", "issuer_state.known");
    assertThat(holderWallet().obtainCredential(AUTHORISED)).isNotNull();
  }

  @Test
  void a_request_that_can_not_be_remembered_leaves_nothing_behind() {
    assertAccepted(form(request));
    assertAccepted(form(request));
    for (int i = 0; i < 5; i++) {
      assertThatRedirect(http.authorize(form(request))).is("server_error", "server.capacity");
    }
    assertCode(good());
    // One room is free again; had the refused ones been kept, it were not.
    assertAccepted(form(request));
  }

  @Test
  void for_want_of_room_for_the_code_no_state_is_lost() {
    List<String> minted = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      minted.add(codes.forHolder(pkce));
    }
    assertThatProblem(http.directPost(good()))
        .is(Kind.INTERNAL_SERVER_ERROR, "server_error", "server.capacity");
    assertThat(http.token(Form.ofHolderWallet(Codes.HOLDER, minted.get(0), pkce.verifier()))
            .status())
        .isEqualTo(200);
    assertCode(good());
  }
}
