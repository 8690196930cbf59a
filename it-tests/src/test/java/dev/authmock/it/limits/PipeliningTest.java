package dev.authmock.it.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.Faults;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Requests that do not wait for the answers before them.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-9.3.2">RFC 9112 §9.3.2</a>
 */
@Timeout(20)
class PipeliningTest extends ServiceTest {
  private static final int REQUESTS = 30;

  @Test
  void answers_come_in_the_order_of_the_requests_and_each_has_one_verdict() throws IOException {
    StringBuilder requests = new StringBuilder();
    List<Integer> expected = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      boolean good = i % 3 != 0;
      String code = good ? codes.preAuthorizedWithoutPin() : "unknown-" + i;
      requests.append(Wire.post(RawHttp.TOKEN, Form.ofPreAuthorizedCode(code).encoded()));
      expected.add(good ? 200 : 400);
    }
    sdk.control().clearJournal();

    try (Wire wire = new Wire(server.getPort()).send(requests.toString())) {
      List<Integer> answered = new ArrayList<>();
      for (int i = 0; i < REQUESTS; i++) {
        answered.add(wire.answer().status());
      }
      assertThat(answered).isEqualTo(expected);
    }
    assertThat(sdk.control().journal().getEntries()).hasSize(REQUESTS);
  }

  @Test
  void one_code_in_two_of_them_is_redeemed_by_the_first() throws IOException {
    String request = Wire.post(
        RawHttp.TOKEN, Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()).encoded());

    try (Wire wire = new Wire(server.getPort()).send(request + request)) {
      assertThat(wire.answer().status()).isEqualTo(200);
      Wire.Answer second = wire.answer();
      assertThat(second.status()).isEqualTo(400);
      assertThat(second.body()).contains("pre-authorized_code.unused");
    }
  }

  @Test
  void a_quick_answer_does_not_overtake_a_slow_one() throws IOException {
    sdk.control().faults().inject(Faults.delay(Duration.ofMillis(300)));

    try (Wire wire = new Wire(server.getPort())
        .send(Wire.post(RawHttp.TOKEN, "grant_type=slow") + Wire.get("/health"))) {
      assertThat(wire.answer().body()).contains("unsupported_grant_type");
      assertThat(wire.answer().body()).contains("components");
    }
  }
}
