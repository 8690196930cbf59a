package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.authmock.sdk.conformance.model.ClientMetadata;
import java.io.IOException;
import java.net.URI;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BlankNameTest {

  static Stream<Arguments> calls() {
    return Stream.of(
        call("name", (control, name) -> control.faults().read(name)),
        call("name", (control, name) -> control.faults().remove(name)),
        call("name", (control, name) -> control.tokenShapes().remove(name)),
        call("id", (control, id) -> control.clients().read(id)),
        call("id", (control, id) -> control.clients().replace(id, new ClientMetadata())),
        call("id", (control, id) -> control.clients().remove(id)),
        call("client", (control, client) -> control.reports().read(client)),
        call("slug", (control, slug) -> control.reference().problemType(slug)),
        call("id", (control, id) -> control.readJournalEntry(id)),
        call("id", (control, id) -> control.readFlow(id)));
  }

  private static Arguments call(String parameter, BiConsumer<AuthMockControl, String> call) {
    return arguments(parameter, call);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void nothing_is_asked_for_by_it(String parameter, BiConsumer<AuthMockControl, String> call)
      throws IOException {
    try (FakePeer peer = FakePeer.answering(204, "", "")) {
      AuthMockControl control = peer.client().control();

      for (String blank : new String[] {"", " ", "\t\n", "\u2003"}) {
        assertThatThrownBy(() -> call.accept(control, blank))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage(parameter + " must not be blank");
      }
      assertThat(peer.requests()).isEmpty();
    }
  }

  @Test
  void no_registration_is_managed_by_it() {
    assertThatThrownBy(() -> RegistrationAccess.of(" ", "token"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("registrationId must not be blank");
  }

  @Test
  void no_entry_has_it_at_the_end_of_its_uri() {
    AuthMockControl control = AuthMockClient.create().control();

    assertThatThrownBy(() -> control.readJournalEntry(URI.create("http://localhost/journal/%20")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
