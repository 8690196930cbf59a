package dev.authmock.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.Together;
import dev.authmock.sdk.Faults;
import dev.authmock.sdk.control.model.Endpoint;
import dev.authmock.sdk.control.model.Fault;
import dev.authmock.sdk.control.model.FaultOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How often faults hit, and when that ends. */
class FaultEndTest extends FaultTest {

  @Test
  void a_fault_hits_the_next_request_and_no_other() {
    inject(extra());

    requireHit(tokens(), "extra");
    requireUntouched(tokens());
    assertThat(sdk.control().faults().read("extra").getEnded()).isTrue();
  }

  @Test
  void every_hits_until_it_is_removed() {
    inject(extra().every(true));
    for (int i = 1; i <= 5; i++) {
      requireHit(tokens(), "extra");
      assertThat(injected("extra")).isEqualTo(i);
    }
    sdk.control().faults().remove("extra");

    requireUntouched(tokens());
  }

  @Test
  void of_50_problems_at_once_exactly_20_hit_and_their_codes_are_still_good() {
    inject(Faults.problem("internal-server-error").name("some").times(20));
    List<String> forms = forms(50);

    List<Exchange> answers = Together.post(server.getPort(), RawHttp.TOKEN, RawHttp.FORM, forms);
    List<String> failed = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      boolean hit = answers.get(i).header(HEADER).isPresent();
      assertThat(answers.get(i).status()).isEqualTo(hit ? 500 : 200);
      if (hit) {
        failed.add(forms.get(i));
      }
    }
    assertThat(failed).hasSize(20);
    assertThat(injected("some")).isEqualTo(20);
    for (String form : failed) {
      requireUntouched(http.post(RawHttp.TOKEN, RawHttp.FORM, form));
    }
  }

  @Test
  void of_50_answers_at_once_exactly_20_are_changed() {
    inject(extra().times(20).match(Faults.at(Endpoint.TOKEN)));

    List<Exchange> answers =
        Together.post(server.getPort(), RawHttp.TOKEN, RawHttp.FORM, forms(50));
    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(answers.stream().filter(answer -> answer.header(HEADER).isPresent()))
        .hasSize(20);
    assertThat(answers.stream().filter(answer -> answer.json().has("x"))).hasSize(20);
    assertThat(injected("extra")).isEqualTo(20);
  }

  @Test
  void a_lifetime_ends_by_the_clock_of_the_mock() {
    Fault fault = inject(extra().every(true).lifetime(60));
    assertThat(fault.getEndsAt()).isEqualTo(fault.getCreatedAt().plusSeconds(60));

    clock.advance(Duration.ofSeconds(59));
    requireHit(tokens(), "extra");
    clock.advance(Duration.ofSeconds(1));
    requireUntouched(tokens());
    assertThat(sdk.control().faults().read("extra").getEnded()).isTrue();
  }

  @Test
  void a_lifetime_ends_unused_times_too() {
    inject(extra().times(3).lifetime(60));
    requireHit(tokens(), "extra");
    clock.advance(Duration.ofSeconds(60));

    requireUntouched(tokens());
    assertThat(injected("extra")).isEqualTo(1);
  }

  @Test
  void after_a_reset_nothing_of_any_fault_is_left() {
    inject(Faults.problem("internal-server-error").every(true));
    inject(Faults.delay(Duration.ofMinutes(1)).every(true));
    inject(Faults.cutOff().every(true));
    inject(Faults.brokenSignature().every(true));
    inject(Faults.wrongKid().every(true));
    inject(Faults.expiredToken().every(true));
    inject(Faults.wrongCNonce().every(true));
    inject(Faults.shortExpiresIn(1).every(true));
    inject(Faults.extraMembers(Map.of("x", 1)).every(true));
    inject(Faults.missingMembers("access_token").every(true));
    sdk.control().reset();

    assertThat(sdk.control().faults().list()).isEmpty();
    assertThat(sdk.control().journal().getTotal()).isZero();
    requireUntouched(tokens());
    assertThat(holder().obtainCredential("CTWalletSameAuthorisedDeferred").types())
        .contains("CTWalletSameAuthorisedDeferred");
    assertThat(http.get("/mock/journal?limit=100").json().path("entries"))
        .allMatch(entry -> entry.path("faults").isEmpty());
    assertThat(inject(Faults.cutOff()).getName()).isEqualTo("fault-1");
  }

  private List<String> forms(int count) {
    List<String> forms = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      forms.add(Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()).encoded());
    }
    return forms;
  }

  private static FaultOrder extra() {
    return Faults.extraMembers(Map.of("x", 1)).name("extra");
  }
}
