package dev.authmock.it.fault;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.METHOD_NOT_ALLOWED;
import static dev.authmock.it.support.Kind.NOT_FOUND;
import static dev.authmock.it.support.Kind.UNSUPPORTED_MEDIA_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.RawHttp;
import dev.authmock.sdk.Faults;
import dev.authmock.sdk.control.model.Endpoint;
import dev.authmock.sdk.control.model.Fault;
import dev.authmock.sdk.control.model.FaultKind;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders for faults, the list of them, and orders that make no sense. */
class FaultOrderTest extends FaultTest {

  @Test
  void a_fault_is_told_as_it_was_ordered() {
    JsonNode fault = order(Map.of(
            "name", "outage",
            "kind", "problem",
            "problem", "unauthorized",
            "error", "invalid_token",
            "times", 2,
            "lifetime", 60,
            "match",
                Map.of(
                    "endpoint", "token",
                    "grant_type", "authorization_code",
                    "client_id", "https://a.example")))
        .json();

    assertThat(fault.path("created_at").asText()).isEqualTo(clock.instant().toString());
    assertThat(fault.path("ends_at").asText())
        .isEqualTo(clock.instant().plusSeconds(60).toString());
    assertThat(fault.toString())
        .contains(
            "\"name\":\"outage\"",
            "\"kind\":\"problem\"",
            "\"problem\":\"unauthorized\"",
            "\"error\":\"invalid_token\"",
            "\"times\":2",
            "\"injected\":0",
            "\"ended\":false",
            "\"endpoint\":\"token\"",
            "\"grant_type\":\"authorization_code\"",
            "\"client_id\":\"https://a.example\"");
    assertThat(http.get(FAULTS + "/outage").json()).isEqualTo(fault);
    assertThat(http.get(FAULTS).json().path("faults").path(0)).isEqualTo(fault);
  }

  @Test
  void what_was_left_out_is_told_as_it_is_taken() {
    Fault bare = inject(Faults.cutOff());
    assertThat(bare.getName()).isEqualTo("fault-1");
    assertThat(bare.getTimes()).isEqualTo(1);
    assertThat(bare.getEndsAt()).isNull();
    assertThat(bare.getMatch()).isNotNull();

    assertThat(inject(Faults.cutOff().every(true)).getTimes()).isNull();
    Exchange shortOne = order(Map.of("kind", "short_expires_in"));
    assertThat(shortOne.json().path("expires_in").asInt()).isEqualTo(1);
  }

  @Test
  void the_list_has_the_oldest_first_and_those_that_have_ended() {
    inject(Faults.extraMembers(Map.of("x", 1)).name("b").match(Faults.at(Endpoint.JWKS)));
    inject(Faults.cutOff().name("a").match(Faults.at(Endpoint.TOKEN)));
    http.get(RawHttp.JWKS);

    List<Fault> faults = sdk.control().faults().list();
    assertThat(faults).extracting(Fault::getName).containsExactly("b", "a");
    assertThat(faults).extracting(Fault::getEnded).containsExactly(true, false);
    assertThat(faults).extracting(Fault::getInjected).containsExactly(1, 0);
  }

  @Test
  void a_fault_that_is_removed_is_gone_and_its_name_is_free() {
    inject(Faults.cutOff().name("a"));
    assertThatProblem(order(Map.of("kind", "cut_off", "name", "a")))
        .is(BAD_REQUEST, "invalid_request", "fault.name_free");
    sdk.control().faults().remove("a");

    assertThatProblem(http.get(FAULTS + "/a")).is(NOT_FOUND, "invalid_request", "fault.known");
    assertThatProblem(catchThrowable(() -> sdk.control().faults().remove("a")))
        .is(NOT_FOUND, "invalid_request", "fault.known");
    assertThat(inject(Faults.cutOff().name("a")).getName()).isEqualTo("a");
  }

  @Test
  void all_can_be_removed_at_once() {
    inject(Faults.extraMembers(Map.of("x", 1)));
    inject(Faults.cutOff());
    sdk.control().faults().removeAll();

    assertThat(sdk.control().faults().list()).isEmpty();
    requireUntouched(tokens());
  }

  @Test
  void only_100_faults_are_live_at_a_time() {
    for (int i = 0; i < 100; i++) {
      inject(Faults.cutOff().match(Faults.at(Endpoint.ISSUER_JWKS)));
    }

    assertThatProblem(order(Map.of("kind", "cut_off")))
        .is(BAD_REQUEST, "invalid_request", "fault.room")
        .saying("100");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"slow\"", "\"DELAY\"", "\"\"", "\"<script>\""})
  void an_unknown_kind_is_refused_and_the_known_ones_are_named(String kind) {
    String known =
        Stream.of(FaultKind.values()).map(FaultKind::getValue).collect(Collectors.joining(", "));

    assertThatProblem(order("{\"kind\":" + kind + "}"))
        .is(BAD_REQUEST, "invalid_request", "request.valid")
        .saying(known);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|request.valid",
        "{\"kind\":null}|request.valid",
        "{\"kind\":7}|request.valid",
        "{\"kind\":[\"delay\"]}|request.valid",
        "{\"kind\":\"delay\"}|fault.required",
        "{\"kind\":\"problem\"}|fault.required",
        "{\"kind\":\"extra_members\"}|fault.required",
        "{\"kind\":\"missing_members\"}|fault.required",
        "{\"kind\":\"missing_members\",\"missing\":null}|fault.required",
        "{\"kind\":\"missing_members\",\"missing\":[]}|request.valid",
        "{\"kind\":\"missing_members\",\"missing\":[null]}|fault.values",
        "{\"kind\":\"missing_members\",\"missing\":[\"\"]}|fault.values",
        "{\"kind\":\"missing_members\",\"missing\":[7]}|request.valid",
        "{\"kind\":\"missing_members\",\"missing\":\"a\"}|request.valid",
        "{\"kind\":\"extra_members\",\"members\":{}}|fault.values",
        "{\"kind\":\"extra_members\",\"members\":[]}|request.valid",
        "{\"kind\":\"extra_members\",\"members\":{\"a\":1e400}}|fault.values",
        "{\"kind\":\"extra_members\",\"members\":{\"a\":[-1e999999999]}}|fault.values",
        "{\"kind\":\"delay\",\"delay_ms\":0}|request.valid",
        "{\"kind\":\"delay\",\"delay_ms\":60001}|request.valid",
        "{\"kind\":\"delay\",\"delay_ms\":1.5}|request.valid",
        "{\"kind\":\"delay\",\"delay_ms\":99999999999}|request.valid",
        "{\"kind\":\"delay\",\"delay_ms\":\"1\"}|request.valid",
        "{\"kind\":\"cut_off\",\"delay_ms\":1}|fault.members",
        "{\"kind\":\"cut_off\",\"problem\":\"not-found\"}|fault.members",
        "{\"kind\":\"delay\",\"delay_ms\":1,\"error\":\"invalid_grant\"}|fault.members",
        "{\"kind\":\"short_expires_in\",\"expires_in\":-1}|request.valid",
        "{\"kind\":\"short_expires_in\",\"expires_in\":86401}|request.valid",
        "{\"kind\":\"problem\",\"problem\":\"teapot\"}|request.valid",
        "{\"kind\":\"problem\",\"problem\":\"not-found\",\"error\":\"teapot\"}|request.valid",
        "{\"kind\":\"wrong_kid\",\"token\":\"refresh_token\"}|request.valid",
        "{\"kind\":\"cut_off\",\"times\":0}|request.valid",
        "{\"kind\":\"cut_off\",\"times\":1000001}|request.valid",
        "{\"kind\":\"cut_off\",\"times\":2,\"every\":true}|fault.times",
        "{\"kind\":\"cut_off\",\"every\":\"yes\"}|request.valid",
        "{\"kind\":\"cut_off\",\"lifetime\":0}|request.valid",
        "{\"kind\":\"cut_off\",\"lifetime\":31536001}|request.valid",
        "{\"kind\":\"cut_off\",\"name\":\"\"}|request.valid",
        "{\"kind\":\"cut_off\",\"name\":\"a b\"}|request.valid",
        "{\"kind\":\"cut_off\",\"name\":\"a,b\"}|request.valid",
        "{\"kind\":\"cut_off\",\"name\":\"a\\r\\nb\"}|request.valid",
        "{\"kind\":\"cut_off\",\"match\":[]}|request.valid",
        "{\"kind\":\"cut_off\",\"match\":{\"endpoint\":\"everywhere\"}}|request.valid",
        "{\"kind\":\"cut_off\",\"match\":{\"endpoint\":7}}|request.valid",
        "{\"kind\":\"cut_off\",\"match\":{\"client_id\":{}}}|request.valid",
        "{\"kind\":\"cut_off\",\"match\":{\"endpoint\":\"jwks\",\"grant_type\":\"x\"}}|fault.match"
      })
  void an_order_that_makes_no_sense_is_refused(String order, String check) {
    assertThatProblem(order(order)).is(BAD_REQUEST, "invalid_request", check);
    assertThat(sdk.control().faults().list()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"kind\":\"cut_off\",\"tmes\":2} | the body to have no members but | tmes",
        "{\"kind\":\"cut_off\",\"match\":{\"endpiont\":\"token\"}} | match to have no members but | endpiont"
      })
  void a_misspelt_member_is_refused_and_the_known_ones_are_named(
      String order, String said, String member) {
    assertThatProblem(order(order))
        .is(BAD_REQUEST, "invalid_request", "request.valid")
        .saying(said)
        .saying("Got: '" + member + "'");
    assertThat(http.get(FAULTS).json().path("faults")).isEmpty();
  }

  @Test
  void an_order_is_bounded() {
    String many = IntStream.range(0, 51)
        .mapToObj(i -> "\"m" + i + "\":" + i)
        .collect(Collectors.joining(",", "{", "}"));
    assertThatProblem(order("{\"kind\":\"extra_members\",\"members\":" + many + "}"))
        .is(BAD_REQUEST, "invalid_request", "request.valid");
    assertThatProblem(
            order(Map.of("kind", "missing_members", "missing", Collections.nCopies(51, "a"))))
        .is(BAD_REQUEST, "invalid_request", "request.valid");
    assertThatProblem(order(Map.of("kind", "missing_members", "missing", List.of("a".repeat(101)))))
        .is(BAD_REQUEST, "invalid_request", "request.valid");
    assertThatProblem(
            order(Map.of("kind", "cut_off", "match", Map.of("client_id", "a".repeat(2049)))))
        .is(BAD_REQUEST, "invalid_request", "request.valid");
    assertThatProblem(order(Map.of("kind", "cut_off", "name", "a".repeat(101))))
        .is(BAD_REQUEST, "invalid_request", "request.valid");
    for (int depth : new int[] {60, 900, 20_000}) {
      Exchange deep = order("{\"kind\":\"extra_members\",\"members\":{\"a\":"
          + "[".repeat(depth)
          + "]".repeat(depth)
          + "}}");
      assertThat(deep.status()).as("%s deep", depth).isEqualTo(400);
    }
  }

  @Test
  void odd_texts_go_through() {
    order("{\"kind\":\"extra_members\",\"name\":\"odd\",\"members\":{\"\":\"\\ud800\\u0000<\"}}");

    assertThat(http.get(FAULTS).status()).isEqualTo(200);
    assertThat(requireHit(tokens(), "odd").path("").asText()).endsWith("\u0000<");
  }

  @Test
  void an_order_is_json_and_faults_are_read_injected_and_removed() {
    assertThatProblem(http.post(FAULTS, RawHttp.FORM, "kind=cut_off"))
        .is(UNSUPPORTED_MEDIA_TYPE, "invalid_request", "request.media_type");
    assertThatProblem(http.request("PUT", FAULTS).send())
        .is(METHOD_NOT_ALLOWED, "invalid_request", "request.method");
    for (String body : List.of("", "{", "[]", "null", "7", "\"cut_off\"")) {
      assertThat(order(body).status()).as(body).isEqualTo(400);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "%3Cscript%3E", "%00", "a%2Fb"})
  void an_unknown_fault_is_not_found(String name) {
    for (String method : List.of("GET", "DELETE")) {
      assertThatProblem(http.request(method, FAULTS + "/" + name).send())
          .is(NOT_FOUND, "invalid_request", "fault.known");
    }
  }
}
