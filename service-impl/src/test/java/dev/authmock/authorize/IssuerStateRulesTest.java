package dev.authmock.authorize;

import static dev.authmock.authorize.Refusals.brokenBy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.client.ClientId;
import dev.authmock.credential.CredentialType;
import dev.authmock.credential.CredentialTypes;
import dev.authmock.grant.InMemoryExpiringStore;
import dev.authmock.grant.IssuerState;
import dev.authmock.grant.SteppingClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IssuerStateRulesTest {
  private static final String OFFERED = "CTWalletSameAuthorisedInTime";
  private static final ClientId WALLET = ClientId.parse("did:key:zabc").orElseThrow();

  private final SteppingClock clock = new SteppingClock();
  private final InMemoryExpiringStore<IssuerState> offers =
      new InMemoryExpiringStore<>("issuer states", 10, clock);
  private final IssuerStateRules rules = new IssuerStateRules(offers);
  private final Evaluation evaluation = new Evaluation("id");

  @BeforeEach
  void offer() {
    offers.put(
        "s",
        new IssuerState(
            "flow", WALLET.value(), requested(OFFERED).types().get(0).types()),
        clock.instant().plusSeconds(300));
  }

  @Test
  void that_of_the_offer_is_good_as_often_as_need_be() {
    rules.require(WALLET, with("s"), requested(OFFERED), evaluation);
    rules.require(WALLET, with("s"), requested(OFFERED, OFFERED), evaluation);

    assertThat(evaluation.findings()).allMatch(finding -> finding.passed());
    assertThat(rules.flowOf(with("s"))).isEqualTo("flow");
  }

  @Test
  void what_is_offered_with_one_must_be_asked_for_with_it() {
    assertThat(brokenBy(() -> rules.require(WALLET, without(), requested(OFFERED), evaluation)))
        .isEqualTo(AuthorizeCheck.ISSUER_STATE_PRESENT);
  }

  @Test
  void what_is_not_offered_needs_none() {
    rules.require(WALLET, without(), requested("VerifiableAccreditationToAttest"), evaluation);

    assertThat(rules.flowOf(without())).isNull();
  }

  @Test
  void one_that_was_altered_is_unknown() {
    assertThat(brokenBy(() -> rules.require(WALLET, with("S"), requested(OFFERED), evaluation)))
        .isEqualTo(AuthorizeCheck.ISSUER_STATE_KNOWN);
  }

  @Test
  void one_past_its_time_is_told_from_an_unknown_one() {
    clock.advance(Duration.ofSeconds(300));

    assertThat(brokenBy(() -> rules.require(WALLET, with("s"), requested(OFFERED), evaluation)))
        .isEqualTo(AuthorizeCheck.ISSUER_STATE_NOT_EXPIRED);
    assertThat(rules.flowOf(with("s"))).isEqualTo("flow");
  }

  @Test
  void one_of_another_client_is_refused() {
    ClientId other = ClientId.parse("did:key:zxyz").orElseThrow();

    assertThat(brokenBy(() -> rules.require(other, with("s"), requested(OFFERED), evaluation)))
        .isEqualTo(AuthorizeCheck.ISSUER_STATE_CLIENT);
  }

  @Test
  void it_must_be_of_the_offer_of_all_that_is_asked_for() {
    for (RequestedCredentials other : List.of(
        requested("CTWalletCrossAuthorisedInTime"),
        requested(OFFERED, "CTWalletCrossAuthorisedInTime"),
        requested("VerifiableAccreditationToAttest"))) {
      assertThat(brokenBy(() -> rules.require(WALLET, with("s"), other, evaluation)))
          .isEqualTo(AuthorizeCheck.ISSUER_STATE_TYPES);
    }
  }

  private static AuthorizationRequest with(String issuerState) {
    return AuthorizationRequest.of(Map.of("issuer_state", issuerState));
  }

  private static AuthorizationRequest without() {
    return AuthorizationRequest.of(Map.of());
  }

  private static RequestedCredentials requested(String... names) {
    List<CredentialType> types =
        Stream.of(names).map(name -> CredentialTypes.named(name).orElseThrow()).toList();
    return new RequestedCredentials(List.of(), types);
  }
}
