package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.authmock.sdk.control.model.Endpoint;
import dev.authmock.sdk.control.model.FaultKind;
import dev.authmock.sdk.control.model.FaultOrder;
import dev.authmock.sdk.control.model.ProblemSlug;
import dev.authmock.sdk.invoker.ApiClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FaultsTest {

  static Stream<Arguments> kinds() {
    return Stream.of(
        arguments(
            Faults.problem("token-expired"),
            "{\"kind\":\"problem\",\"problem\":\"token-expired\"}"),
        arguments(Faults.delay(Duration.ofSeconds(2)), "{\"kind\":\"delay\",\"delay_ms\":2000}"),
        arguments(Faults.cutOff(), "{\"kind\":\"cut_off\"}"),
        arguments(Faults.brokenSignature(), "{\"kind\":\"broken_signature\"}"),
        arguments(Faults.wrongKid(), "{\"kind\":\"wrong_kid\"}"),
        arguments(Faults.expiredToken(), "{\"kind\":\"expired_token\"}"),
        arguments(Faults.wrongCNonce(), "{\"kind\":\"wrong_c_nonce\"}"),
        arguments(Faults.shortExpiresIn(0), "{\"kind\":\"short_expires_in\",\"expires_in\":0}"),
        arguments(
            Faults.extraMembers(Map.of("scope", List.of(1))),
            "{\"kind\":\"extra_members\",\"members\":{\"scope\":[1]}}"),
        arguments(
            Faults.missingMembers("id_token", "c_nonce"),
            "{\"kind\":\"missing_members\",\"missing\":[\"id_token\",\"c_nonce\"]}"));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_fault_says_what_its_kind_uses_and_no_more(FaultOrder order, String json) throws Exception {
    assertThat(ApiClient.createDefaultObjectMapper().writeValueAsString(order)).isEqualTo(json);
  }

  @Test
  void there_is_a_method_for_each_kind() {
    assertThat(kinds().map(kind -> ((FaultOrder) kind.get()[0]).getKind()))
        .containsExactlyInAnyOrder(FaultKind.values());
  }

  @Test
  void a_fault_is_made_particular_by_what_it_matches() throws Exception {
    FaultOrder order = Faults.problem("internal-server-error")
        .times(2)
        .match(Faults.at(Endpoint.TOKEN).clientId("did:key:z2dmz"));

    assertThat(order.getProblem()).isEqualTo(ProblemSlug.INTERNAL_SERVER_ERROR);
    assertThat(ApiClient.createDefaultObjectMapper().writeValueAsString(order))
        .contains("\"match\":{\"endpoint\":\"token\",\"client_id\":\"did:key:z2dmz\"}")
        .contains("\"times\":2");
    assertThat(Faults.from("https://issuer.example").getClientId())
        .isEqualTo("https://issuer.example");
  }

  @Test
  void a_delay_is_a_millisecond_to_a_minute() {
    assertThat(Faults.delay(Duration.ofMillis(1)).getDelayMs()).isEqualTo(1);
    assertThat(Faults.delay(Duration.ofMinutes(1)).getDelayMs()).isEqualTo(60_000);
    for (Duration other : List.of(
        Duration.ofDays(100_000),
        Duration.ofSeconds(Long.MAX_VALUE),
        Duration.ofMinutes(1).plusNanos(1),
        Duration.ofNanos(999_999),
        Duration.ZERO,
        Duration.ofSeconds(-1))) {
      assertThatThrownBy(() -> Faults.delay(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a delay is 1 ms to 1 minute");
    }
  }

  @Test
  void a_problem_is_one_of_the_contract() {
    assertThatThrownBy(() -> Faults.problem("teapot"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("teapot");
  }
}
