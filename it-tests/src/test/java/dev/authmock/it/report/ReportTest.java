package dev.authmock.it.report;

import static dev.authmock.sdk.control.model.ReportedRule.OutcomeEnum.FAILED;
import static dev.authmock.sdk.control.model.ReportedRule.OutcomeEnum.NEVER_MET;
import static dev.authmock.sdk.control.model.ReportedRule.OutcomeEnum.PASSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.authmock.credential.CredentialType;
import dev.authmock.credential.CredentialTypes;
import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.Kind;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.control.model.Endpoint;
import dev.authmock.sdk.control.model.ReportSummary;
import dev.authmock.sdk.control.model.ReportedEndpoint;
import dev.authmock.sdk.control.model.ReportedRule;
import dev.authmock.sdk.control.model.ReportedTest;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.ServiceWallet;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client has shown of itself. */
class ReportTest extends ServiceTest {
  private static final String IN_TIME = "CTWalletSamePreAuthorisedInTime";
  private static final String DEFERRED = "CTWalletCrossPreAuthorisedDeferred";

  @Test
  void a_wrong_pin_and_then_the_right_one_are_both_in_the_report() {
    String code = codes.preAuthorized();
    Form form = Form.ofPreAuthorizedCode(code);
    Exchange refused = http.token(form.with("user_pin", "7777"));
    Instant refusedAt = clock.instant();
    ReportedRule broken = reported(Codes.HOLDER).rule(Endpoint.TOKEN, "user_pin.matches");
    assertThat(broken.getOutcome()).isEqualTo(FAILED);
    assertThat(broken.getPassedEntryUrl()).isNull();

    clock.advance(Duration.ofSeconds(10));
    assertThat(http.token(form.with("user_pin", Codes.DERIVED_PIN)).status()).isEqualTo(200);

    ReportedClient client = reported(Codes.HOLDER);
    ReportedRule pin = client.rule(Endpoint.TOKEN, "user_pin.matches");
    assertThat(pin.getOutcome()).isEqualTo(PASSED);
    assertThat(pin.getPasses()).isEqualTo(1);
    assertThat(pin.getFailures()).isEqualTo(1);
    assertThat(pin.getLastFailedAt()).isEqualTo(refusedAt);
    assertThat(pin.getLastPassedAt()).isEqualTo(clock.instant());
    assertThat(pin.getFailedEntryUrl().toString())
        .isEqualTo(refused.json().path("instance").asText());
    assertThat(
            http.get(pin.getPassedEntryUrl().toString()).json().path("status").asInt())
        .isEqualTo(200);
    assertThat(pin.getReference()).isEqualTo("OpenID4VCI draft 11, section 6.3");
    ReportedEndpoint token = client.endpoint(Endpoint.TOKEN);
    assertThat(token.getFailed()).isEqualTo(1);
    assertThat(token.getPassed()).isGreaterThan(5);
    assertThat(token.getPassed() + token.getFailed() + token.getNeverMet())
        .isEqualTo(token.getRules().size());
    assertThat(client.rule(Endpoint.TOKEN, "client_assertion.aud").getOutcome())
        .isEqualTo(NEVER_MET);
  }

  @Test
  void a_wallet_that_gets_all_eight_credentials_passes_all_eight_tests() {
    HolderWallet wallet = holder();
    sdk.control().reset();
    walletTests().forEach(wallet::obtainCredential);

    ReportedClient client = reported(wallet.did());
    assertThat(client.report().getTests())
        .hasSize(8)
        .allMatch(test -> test.getOutcome() == ReportedTest.OutcomeEnum.PASSED)
        .allMatch(test -> test.getFailedCheck() == null);
    for (ReportedTest test : client.report().getTests()) {
      var entry = http.get(test.getEntryUrl().toString()).json();
      assertThat(entry.path("path").asText())
          .endsWith(
              test.getCredentialType().endsWith("Deferred")
                  ? "/credential_deferred"
                  : "/credential");
      assertThat(entry.path("outcome").asText()).isEqualTo("accepted");
    }
  }

  @Test
  void a_test_fails_where_the_wallet_was_refused_and_passes_with_the_credential() {
    HolderWallet wallet = holder();
    var offer = wallet.readOffer(wallet.requestOffer(IN_TIME));
    String code = offer.getGrants().getPreAuthorizedCode().getPreAuthorizedCode();
    http.token(Form.ofPreAuthorizedCode(code).with("user_pin", "77777777"));

    ReportedTest failed = reported(wallet.did()).test(IN_TIME);
    assertThat(failed.getOutcome()).isEqualTo(ReportedTest.OutcomeEnum.FAILED);
    assertThat(failed.getFailedCheck()).isEqualTo("user_pin.matches");
    assertThat(reported(wallet.did()).test(DEFERRED).getOutcome())
        .isEqualTo(ReportedTest.OutcomeEnum.NOT_TRIED);

    wallet.collect(wallet.requestCredential(
        wallet.redeem(offer), offer.getCredentials().get(0).getTypes()));
    assertThat(reported(wallet.did()).test(IN_TIME).getOutcome())
        .isEqualTo(ReportedTest.OutcomeEnum.PASSED);
  }

  @Test
  void an_acceptance_token_is_no_credential_yet_and_to_ask_too_early_breaks_no_rule() {
    HolderWallet wallet = holder();
    var offer = wallet.readOffer(wallet.requestOffer(DEFERRED));
    var promised = wallet.requestCredential(
        wallet.redeem(offer), offer.getCredentials().get(0).getTypes());
    http.request("POST", RawHttp.DEFERRED)
        .header("Authorization", "Bearer " + promised.getAcceptanceToken())
        .send();
    assertThat(reported(wallet.did()).test(DEFERRED).getOutcome())
        .isEqualTo(ReportedTest.OutcomeEnum.NOT_TRIED);
    assertThat(reported(wallet.did())
            .rule(Endpoint.DEFERRED_CREDENTIAL, "credential.ready")
            .getOutcome())
        .isEqualTo(NEVER_MET);

    wallet.collect(promised);
    assertThat(reported(wallet.did()).test(DEFERRED).getOutcome())
        .isEqualTo(ReportedTest.OutcomeEnum.PASSED);
  }

  @Test
  void a_service_wallet_is_found_by_its_client_id_and_by_the_did_that_it_proved() {
    ServiceWallet wallet = serviceWallet();
    wallet.obtainCredential("VerifiableAuthorisationToOnboard");

    assertThat(reported(wallet.did()).report())
        .isEqualTo(reported(wallet.clientId()).report());
    assertThat(reported(wallet.did()).report().getClient()).isEqualTo(wallet.clientId());
    assertThat(sdk.control().reports().list())
        .extracting(ReportSummary::getClient)
        .contains(wallet.clientId())
        .doesNotContain(wallet.did());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "did:key:zWallet",
        "https://issuer.example/auth",
        "https://issuer.example/a%2Fb?c=d&e=f#g",
        "100% sure",
        "a+b c",
        "Ünïcödé 日本 🎫",
        "<script>alert(1)</script>",
        "a/../b",
        "semi;colon=1",
        "{client}",
        "back\\slash\"quote'"
      })
  void every_client_id_can_be_asked_for(String clientId) {
    http.token(Form.empty()
        .with("grant_type", Form.AUTHORIZATION_CODE)
        .with("client_id", clientId)
        .with("code", "unknown"));

    assertThat(sdk.control().reports().read(clientId).getClient()).isEqualTo(clientId);
    ReportSummary listed = sdk.control().reports().list().get(0);
    assertThat(listed.getClient()).isEqualTo(clientId);
    Exchange answer = http.get(listed.getUrl().toString());
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.json().path("client").asText()).isEqualTo(clientId);
    Exchange page = http.browse(listed.getUrl().toString());
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("<script>alert").contains("client_id.form");
  }

  @Test
  void a_client_id_of_2048_characters_can_be_asked_for_and_a_longer_one_can_not() {
    String longest = "https://issuer.example/" + "/".repeat(2025);
    http.token(Form.empty()
        .with("grant_type", Form.AUTHORIZATION_CODE)
        .with("client_id", longest)
        .with("code", "unknown"));
    assertThat(sdk.control().reports().read(longest).getClient()).isEqualTo(longest);

    String longer = longest + "/";
    http.token(Form.empty()
        .with("grant_type", Form.AUTHORIZATION_CODE)
        .with("client_id", longer)
        .with("code", "unknown"));
    assertThat(sdk.control().reports().list())
        .extracting(ReportSummary::getClient)
        .containsExactly(longest);
    Exchange answer = http.get("/mock/reports/" + encoded(longer));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("request.valid");
  }

  @Test
  void nobody_has_a_report_who_was_not_seen() {
    assertThatProblem(catchThrowable(() -> sdk.control().reports().read("https://nobody.example")))
        .is(Kind.NOT_FOUND, "invalid_request", "report.client");
    assertThat(sdk.control().reports().list()).isEmpty();
  }

  @Test
  void a_reset_forgets_the_reports_and_clearing_the_journal_does_not() {
    http.token(Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()));
    sdk.control().clearJournal();
    assertThat(sdk.control().reports().list()).hasSize(1);

    sdk.control().reset();
    assertThat(sdk.control().reports().list()).isEmpty();
  }

  @Test
  void the_list_says_for_each_client_when_it_was_seen_and_what_it_has_shown() {
    http.token(Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()));
    clock.advance(Duration.ofSeconds(7));
    http.token(Form.empty()
        .with("grant_type", Form.AUTHORIZATION_CODE)
        .with("client_id", "https://nobody.example"));

    var list = sdk.control().reports().list();
    assertThat(list)
        .extracting(ReportSummary::getClient)
        .containsExactly("https://nobody.example", Codes.HOLDER);
    assertThat(list.get(0).getLastSeenAt()).isEqualTo(clock.instant());
    assertThat(list.get(0).getFailed()).isEqualTo(1);
    assertThat(list.get(1).getFailed()).isZero();
    assertThat(list.get(1).getPassed())
        .isEqualTo(reported(Codes.HOLDER).endpoint(Endpoint.TOKEN).getPassed());
  }

  @Test
  void a_browser_gets_a_page_that_says_the_same() {
    String code = codes.preAuthorized();
    http.token(Form.ofPreAuthorizedCode(code).with("user_pin", "7777"));

    Exchange page = http.browse("/mock/reports/" + encoded(Codes.HOLDER));
    assertThat(page.status()).isEqualTo(200);
    assertThat(page.mediaType()).isEqualTo("text/html");
    assertThat(page.body())
        .contains("Conformance report", Codes.HOLDER, "Token endpoint", "✗ broken")
        .contains("user_pin.matches", IN_TIME, "– not tried", "never met");
  }

  private ReportedClient reported(String client) {
    return new ReportedClient(sdk.control().reports().read(client));
  }

  private static String encoded(String client) {
    return URLEncoder.encode(client, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static Stream<String> walletTests() {
    return CredentialTypes.ofWalletTests().stream().map(CredentialType::name);
  }

  private HolderWallet holder() {
    return HolderWallet.builder(sdk).clock(clock).pause(clock::advance).build();
  }

  private ServiceWallet serviceWallet() {
    return ServiceWallet.builder(sdk, clients.freshId(), Keys.ec("key-1"))
        .clock(clock)
        .pause(clock::advance)
        .build();
  }
}
