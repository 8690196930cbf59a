package dev.authmock.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.api.control.model.Report;
import dev.authmock.api.control.model.ReportSummary;
import dev.authmock.api.control.model.ReportedEndpoint;
import dev.authmock.api.control.model.ReportedRule;
import dev.authmock.check.CredentialCheck;
import dev.authmock.check.DirectPostCheck;
import dev.authmock.check.JwtKinds;
import dev.authmock.check.JwtRule;
import dev.authmock.check.RequestCheck;
import dev.authmock.check.TokenCheck;
import dev.authmock.journal.JournalEntry;
import dev.authmock.server.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportsTest {
  private static final String ISSUER = "https://issuer.example/auth";

  private final Entries entries = new Entries();
  private final Reports reports = new Reports();
  private final ConformanceReports shown = Shown.of(reports);

  @Test
  void a_rule_is_passed_failed_or_never_met_as_its_last_request_fared() {
    JournalEntry wrong =
        add(wallet().kept(TokenCheck.GRANT_TYPE_PRESENT).broke(TokenCheck.USER_PIN_MATCHES));
    JournalEntry right =
        add(wallet().kept(TokenCheck.GRANT_TYPE_PRESENT, TokenCheck.USER_PIN_MATCHES));

    ReportedRule pin = rule("user_pin.matches");
    assertThat(pin.getOutcome()).isEqualTo(ReportedRule.OutcomeEnum.PASSED);
    assertThat(pin.getPasses()).isEqualTo(1);
    assertThat(pin.getFailures()).isEqualTo(1);
    assertThat(pin.getLastFailedAt()).isEqualTo(wrong.receivedAt());
    assertThat(pin.getFailedEntryUrl()).endsWith("/journal/" + wrong.id());
    assertThat(pin.getLastPassedAt()).isEqualTo(right.receivedAt());
    assertThat(pin.getPassedEntryUrl()).endsWith("/journal/" + right.id());
    assertThat(rule("grant_type.present").getPasses()).isEqualTo(2);
    assertThat(rule("code.known").getOutcome()).isEqualTo(ReportedRule.OutcomeEnum.NEVER_MET);

    add(wallet().broke(TokenCheck.USER_PIN_MATCHES));
    assertThat(rule("user_pin.matches").getOutcome()).isEqualTo(ReportedRule.OutcomeEnum.FAILED);
  }

  @Test
  void a_rule_that_was_ever_broken_counts_as_failed_however_often_it_was_kept() {
    add(wallet().kept(TokenCheck.GRANT_TYPE_PRESENT, TokenCheck.USER_PIN_MATCHES));
    assertCounts(2, 0);
    add(wallet().kept(TokenCheck.GRANT_TYPE_PRESENT).broke(TokenCheck.USER_PIN_MATCHES));
    assertCounts(1, 1);
    add(wallet().kept(TokenCheck.GRANT_TYPE_PRESENT, TokenCheck.USER_PIN_MATCHES));
    assertCounts(1, 1);
    add(wallet().broke(TokenCheck.CODE_KNOWN));
    add(wallet().kept(TokenCheck.CODE_KNOWN));
    assertCounts(1, 2);
  }

  @Test
  void a_request_that_meets_a_rule_several_times_counts_once() {
    add(wallet()
        .at(Endpoint.DIRECT_POST)
        .kept(DirectPostCheck.VC_OBJECT, DirectPostCheck.VC_OBJECT, DirectPostCheck.VC_OBJECT));
    add(wallet()
        .at(Endpoint.DIRECT_POST)
        .kept(DirectPostCheck.VC_ISSUER)
        .broke(DirectPostCheck.VC_ISSUER));

    assertThat(rule(Endpoint.DIRECT_POST, "vc.vc").getPasses()).isEqualTo(1);
    assertThat(rule(Endpoint.DIRECT_POST, "vc.issuer").getPasses()).isZero();
    assertThat(rule(Endpoint.DIRECT_POST, "vc.issuer").getFailures()).isEqualTo(1);
  }

  @Test
  void endpoints_are_told_apart() {
    add(wallet().kept(RequestCheck.PARAMETERS_ONCE));

    assertThat(rule("request.parameters_once").getPasses()).isEqualTo(1);
    assertThat(rule(Endpoint.DIRECT_POST, "request.parameters_once").getPasses())
        .isZero();
  }

  @Test
  void what_the_wallet_can_not_help_is_listed_only_where_it_was_met() {
    add(wallet().kept(TokenCheck.GRANT_TYPE_PRESENT));
    assertThat(token().getRules()).extracting(ReportedRule::getId).doesNotContain("server.works");

    add(wallet().broke(RequestCheck.SERVER_WORKS));
    assertThat(rule("server.works").getFailures()).isEqualTo(1);
    assertThat(token().getPassed() + token().getFailed() + token().getNeverMet())
        .isEqualTo(token().getRules().size());
  }

  @Test
  void what_a_fault_did_does_not_count() {
    add(wallet().kept(TokenCheck.GRANT_TYPE_PRESENT));
    add(wallet().broke(TokenCheck.GRANT_TYPE_PRESENT).fault("outage"));

    assertCounts(1, 0);
  }

  @Test
  void requests_without_a_client_or_to_no_conformance_endpoint_are_nobodys() {
    add(entries.of(null).kept(TokenCheck.GRANT_TYPE_PRESENT));
    add(wallet().at("/mock/evaluations").kept(TokenCheck.GRANT_TYPE_PRESENT));
    add(entries.of("x".repeat(2049)).kept(TokenCheck.GRANT_TYPE_PRESENT));

    assertThat(shown.all().getReports()).isEmpty();
  }

  @Test
  void the_client_that_was_seen_last_is_listed_first() {
    add(entries.of("one").kept(TokenCheck.GRANT_TYPE_PRESENT));
    add(entries.of("two").kept(TokenCheck.GRANT_TYPE_PRESENT));
    JournalEntry last = add(entries.of("one").broke(TokenCheck.GRANT_TYPE_SUPPORTED));
    assertThat(shown.of("two")).isPresent();

    assertThat(shown.all().getReports())
        .extracting(ReportSummary::getClient)
        .containsExactly("one", "two");
    ReportSummary first = shown.all().getReports().get(0);
    assertThat(first.getLastSeenAt()).isEqualTo(last.receivedAt());
    assertThat(first.getPassed()).isEqualTo(1);
    assertThat(first.getFailed()).isEqualTo(1);
    assertThat(first.getUrl()).isEqualTo("http://mock.example/mock/reports/one");
  }

  @Test
  void of_more_than_1000_clients_the_one_seen_the_longest_time_ago_goes() {
    for (int i = 0; i < 1000; i++) {
      add(entries.of("client-" + i).kept(TokenCheck.GRANT_TYPE_PRESENT));
    }
    add(entries.of("client-0").kept(TokenCheck.GRANT_TYPE_PRESENT));
    add(entries.of("new").kept(TokenCheck.GRANT_TYPE_PRESENT));

    assertThat(shown.all().getReports()).hasSize(1000);
    assertThat(shown.of("client-0")).isPresent();
    assertThat(shown.of("client-1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"id_token", "vp_token", "proof"})
  void a_service_wallets_report_is_found_by_the_did_that_it_proved(String name) {
    add(entries
        .of(ISSUER)
        .at(name.equals("proof") ? Endpoint.CREDENTIAL : Endpoint.DIRECT_POST)
        .kept(JwtKinds.ID_TOKEN.get(JwtRule.SIGNATURE))
        .jwt(name, jwt("did:ebsi:zProved#key-1")));

    assertThat(shown.of("did:ebsi:zProved").orElseThrow().getClient()).isEqualTo(ISSUER);
  }

  @Test
  void a_did_that_was_only_claimed_leads_nowhere() {
    add(entries
        .of(ISSUER)
        .at(Endpoint.DIRECT_POST)
        .broke(JwtKinds.ID_TOKEN.get(JwtRule.SIGNATURE))
        .jwt("id_token", jwt("did:ebsi:zClaimed#key-1")));
    add(entries
        .of(ISSUER)
        .kept(TokenCheck.GRANT_TYPE_PRESENT)
        .jwt("id_token", jwt("did:ebsi:zClaimed#key-1")));
    add(entries
        .of(ISSUER)
        .at(Endpoint.CREDENTIAL)
        .kept(CredentialCheck.PROOF_PRESENT)
        .jwt("proof", "")
        .jwt("vc", jwt("did:ebsi:zClaimed#key-1")));

    assertThat(shown.of("did:ebsi:zClaimed")).isEmpty();
  }

  @Test
  void a_reset_forgets_everything() {
    add(entries
        .of(ISSUER)
        .at(Endpoint.CREDENTIAL)
        .kept(CredentialCheck.PROOF_PRESENT)
        .jwt("proof", jwt("did:ebsi:zProved#key-1")));
    reports.reset();

    assertThat(shown.all().getReports()).isEmpty();
    assertThat(shown.of(ISSUER)).isEmpty();
    assertThat(shown.of("did:ebsi:zProved")).isEmpty();
  }

  @Test
  void a_report_says_when_it_was_made_and_from_when_its_requests_are() {
    JournalEntry first = add(wallet().kept(TokenCheck.GRANT_TYPE_PRESENT));
    JournalEntry last = add(wallet().kept(TokenCheck.GRANT_TYPE_PRESENT));

    assertThat(report().getMadeAt()).isEqualTo(Shown.NOW);
    assertThat(report().getFirstSeenAt()).isEqualTo(first.receivedAt());
    assertThat(report().getLastSeenAt()).isEqualTo(last.receivedAt());
  }

  private void assertCounts(int passed, int failed) {
    assertThat(token().getPassed()).isEqualTo(passed);
    assertThat(token().getFailed()).isEqualTo(failed);
    assertThat(token().getNeverMet()).isEqualTo(token().getRules().size() - passed - failed);
    ReportSummary summary = shown.all().getReports().get(0);
    assertThat(summary.getPassed()).isEqualTo(passed);
    assertThat(summary.getFailed()).isEqualTo(failed);
  }

  private Entries.Making wallet() {
    return entries.of(Entries.WALLET);
  }

  private JournalEntry add(Entries.Making making) {
    JournalEntry entry = making.made();
    reports.added(entry);
    return entry;
  }

  private Report report() {
    return shown.of(Entries.WALLET).orElseThrow();
  }

  private ReportedEndpoint token() {
    return endpoint(Endpoint.TOKEN);
  }

  private ReportedEndpoint endpoint(Endpoint endpoint) {
    return report().getEndpoints().stream()
        .filter(reported -> reported.getEndpoint().getValue().equals(endpoint.id()))
        .findFirst()
        .orElseThrow();
  }

  private ReportedRule rule(String id) {
    return rule(Endpoint.TOKEN, id);
  }

  private ReportedRule rule(Endpoint endpoint, String id) {
    return endpoint(endpoint).getRules().stream()
        .filter(rule -> rule.getId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static String jwt(String kid) {
    String header = "{\"alg\":\"ES256\",\"kid\":\"" + kid + "\"}";
    return encoded(header) + "." + encoded("{}");
  }

  private static String encoded(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
