package dev.authmock.report;

import static dev.authmock.api.control.model.ReportedTest.OutcomeEnum.FAILED;
import static dev.authmock.api.control.model.ReportedTest.OutcomeEnum.NOT_TRIED;
import static dev.authmock.api.control.model.ReportedTest.OutcomeEnum.PASSED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.api.control.model.ReportedTest;
import dev.authmock.check.CredentialCheck;
import dev.authmock.check.RequestCheck;
import dev.authmock.check.TokenCheck;
import dev.authmock.journal.JournalEntry;
import dev.authmock.server.Endpoint;
import org.junit.jupiter.api.Test;

/** The lines of the report about the holder wallet tests. */
class WalletTestTest {
  private static final String IN_TIME = "CTWalletSamePreAuthorisedInTime";
  private static final String DEFERRED = "CTWalletSamePreAuthorisedDeferred";

  private final Entries entries = new Entries();
  private final Reports reports = new Reports();
  private final ConformanceReports shown = Shown.of(reports);

  @Test
  void there_is_a_line_for_each_of_the_eight_types() {
    add(toward("CTWalletQualificationCredential").broke(TokenCheck.CODE_KNOWN));

    assertThat(shown.of(Entries.WALLET).orElseThrow().getTests())
        .hasSize(8)
        .allMatch(test -> test.getOutcome() == NOT_TRIED && test.getAt() == null)
        .extracting(ReportedTest::getCredentialType)
        .doesNotHaveDuplicates()
        .allMatch(type -> type.startsWith("CTWallet"));
  }

  @Test
  void a_credential_that_was_issued_passes_its_test_whatever_came_before_or_after() {
    add(toward(IN_TIME).broke(TokenCheck.USER_PIN_MATCHES));
    JournalEntry issued =
        add(toward(IN_TIME).at(Endpoint.CREDENTIAL).kept(CredentialCheck.PROOF_PRESENT));
    add(toward(IN_TIME).broke(TokenCheck.USER_PIN_MATCHES));

    ReportedTest test = test(IN_TIME);
    assertThat(test.getOutcome()).isEqualTo(PASSED);
    assertThat(test.getAt()).isEqualTo(issued.receivedAt());
    assertThat(test.getEntryUrl()).endsWith("/journal/" + issued.id());
    assertThat(test.getFailedCheck()).isNull();
  }

  @Test
  void a_request_that_was_refused_on_the_way_fails_the_test() {
    add(toward(IN_TIME).kept(TokenCheck.GRANT_TYPE_PRESENT));
    assertThat(test(IN_TIME).getOutcome()).isEqualTo(NOT_TRIED);
    add(toward(IN_TIME).broke(TokenCheck.CODE_KNOWN));
    JournalEntry last = add(toward(IN_TIME).broke(TokenCheck.USER_PIN_MATCHES));

    ReportedTest test = test(IN_TIME);
    assertThat(test.getOutcome()).isEqualTo(FAILED);
    assertThat(test.getAt()).isEqualTo(last.receivedAt());
    assertThat(test.getFailedCheck()).isEqualTo("user_pin.matches");
    assertThat(test.getEntryUrl()).endsWith("/journal/" + last.id());
  }

  @Test
  void a_promise_is_no_credential() {
    add(toward(DEFERRED).at(Endpoint.CREDENTIAL).kept(CredentialCheck.PROOF_PRESENT));
    assertThat(test(DEFERRED).getOutcome()).isEqualTo(NOT_TRIED);

    add(toward(DEFERRED)
        .at(Endpoint.DEFERRED_CREDENTIAL)
        .kept(CredentialCheck.ACCEPTANCE_TOKEN_KNOWN));
    assertThat(test(DEFERRED).getOutcome()).isEqualTo(PASSED);
  }

  @Test
  void to_ask_too_early_is_no_failure() {
    add(toward(DEFERRED).at(Endpoint.DEFERRED_CREDENTIAL).broke(CredentialCheck.CREDENTIAL_READY));

    assertThat(test(DEFERRED).getOutcome()).isEqualTo(NOT_TRIED);
  }

  @Test
  void a_server_that_is_full_fails_no_wallet() {
    add(toward(IN_TIME).broke(RequestCheck.SERVER_CAPACITY));

    assertThat(test(IN_TIME).getOutcome()).isEqualTo(NOT_TRIED);
  }

  @Test
  void a_credential_with_a_fault_in_it_passes_nothing() {
    add(toward(IN_TIME).kept(TokenCheck.GRANT_TYPE_PRESENT));
    add(toward(IN_TIME)
        .at(Endpoint.CREDENTIAL)
        .kept(CredentialCheck.PROOF_PRESENT)
        .fault("broken signature"));

    assertThat(test(IN_TIME).getOutcome()).isEqualTo(NOT_TRIED);
  }

  private Entries.Making toward(String type) {
    return entries.of(Entries.WALLET).type(type);
  }

  private JournalEntry add(Entries.Making making) {
    JournalEntry entry = making.made();
    reports.added(entry);
    return entry;
  }

  private ReportedTest test(String type) {
    return shown.of(Entries.WALLET).orElseThrow().getTests().stream()
        .filter(test -> test.getCredentialType().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
