package dev.authmock.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.control.model.Fault;
import dev.authmock.sdk.control.model.FaultOrder;
import dev.authmock.sdk.wallet.HolderWallet;
import java.util.Map;

/** What tests of faults stand on: orders, and requests that would succeed. */
abstract class FaultTest extends ServiceTest {
  static final String FAULTS = "/mock/faults";
  static final String HEADER = "auth-mock-fault";
  static final String IN_TIME = "CTWalletSamePreAuthorisedInTime";
  static final String DEFERRED = "CTWalletSamePreAuthorisedDeferred";

  /** Injects a fault. */
  final Fault inject(FaultOrder order) {
    return sdk.control().faults().inject(order);
  }

  /** Sends an order as it stands. */
  final Exchange order(Map<String, ?> order) {
    return order(Json.write(order));
  }

  /** Sends an order as it stands. */
  final Exchange order(String json) {
    return http.post(FAULTS, "application/json", json);
  }

  /** How often a fault has hit by now. */
  final int injected(String name) {
    return sdk.control().faults().read(name).getInjected();
  }

  /** A token request with a fresh code. */
  final Exchange tokens() {
    return redeem(codes.preAuthorizedWithoutPin());
  }

  /** A token request. */
  final Exchange redeem(String preAuthorizedCode) {
    return http.token(Form.ofPreAuthorizedCode(preAuthorizedCode));
  }

  /** A token request that nothing is wrong with. */
  final JsonNode goodTokens() {
    Exchange answer = tokens();
    requireUntouched(answer);
    return answer.json();
  }

  static void requireUntouched(Exchange answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.header(HEADER)).as("%s", answer).isEmpty();
  }

  /** Asserts that the answer is a success with these faults in it. */
  static JsonNode requireHit(Exchange answer, String names) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.header(HEADER)).as("%s", answer).contains(names);
    return answer.json();
  }

  /** A holder wallet that nobody has had before. */
  final HolderWallet holder() {
    return HolderWallet.builder(sdk).clock(clock).pause(clock::advance).build();
  }

  /** The newest entry of the journal. */
  final JsonNode newestEntry() {
    return http.get("/mock/journal?limit=1").json().path("entries").path(0);
  }

  /** The public keys, read when there are no faults. */
  final Exchange keys() {
    return http.get(RawHttp.JWKS);
  }
}
