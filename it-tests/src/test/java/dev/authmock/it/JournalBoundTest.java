package dev.authmock.it;

import static dev.authmock.it.support.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.ServiceTest;
import io.micronaut.context.annotation.Property;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The journal keeps the newest entries only. */
@Property(name = "authmock.journal.max-entries", value = "5")
class JournalBoundTest extends ServiceTest {

  @Test
  void the_oldest_entry_makes_room_for_the_newest() {
    List<String> instances = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      Exchange answer = http.token(Form.ofPreAuthorizedCode("unknown"));
      instances.add(answer.json().path("instance").asText());
    }

    assertThat(sdk.control().journal().getTotal()).isEqualTo(5);
    assertThat(sdk.control().journal().getEntries()).hasSize(5);
    for (String kept : instances.subList(1, 6)) {
      assertThat(http.get(kept).status()).isEqualTo(200);
    }
    assertThatProblem(http.get(instances.get(0))).is(NOT_FOUND, "invalid_request", "journal.entry");
  }
}
