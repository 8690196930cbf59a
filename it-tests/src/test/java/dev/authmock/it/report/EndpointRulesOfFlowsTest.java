package dev.authmock.it.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.check.Check;
import dev.authmock.credential.CredentialType;
import dev.authmock.credential.CredentialTypes;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.jwks.JwksHost;
import dev.authmock.report.EndpointRules;
import dev.authmock.sdk.control.model.ReportSummary;
import dev.authmock.sdk.control.model.ReportedEndpoint;
import dev.authmock.sdk.control.model.ReportedRule;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.ServiceWallet;
import dev.authmock.server.Endpoint;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever real flows meet at an endpoint is one of the rules that the report lists for it. */
class EndpointRulesOfFlowsTest extends ServiceTest {
  private final ECKey key = Keys.ec("key-1");
  private final JwksHost host = JwksHost.of(key);

  @AfterEach
  void stop() {
    host.close();
  }

  @Test
  void what_a_holder_wallet_meets_on_its_way_is_listed() {
    HolderWallet wallet =
        HolderWallet.builder(sdk).clock(clock).pause(clock::advance).build();
    CredentialTypes.ofWalletTests().stream()
        .map(CredentialType::name)
        .forEach(wallet::obtainCredential);
    wallet.obtainCredential("CTWalletQualificationCredential");

    requireListed(
        Endpoint.AUTHORIZE,
        Endpoint.DIRECT_POST,
        Endpoint.TOKEN,
        Endpoint.INITIATE_OFFER,
        Endpoint.CREDENTIAL_OFFER,
        Endpoint.CREDENTIAL,
        Endpoint.DEFERRED_CREDENTIAL);
  }

  @Test
  void what_a_service_wallet_meets_on_its_way_is_listed() {
    ServiceWallet wallet = ServiceWallet.builder(sdk, clients.freshId(), key)
        .jwksUri(URI.create(host.jwksUri()))
        .clock(clock)
        .pause(clock::advance)
        .build();
    wallet.obtainCredential("VerifiableAuthorisationToOnboard");
    wallet.obtainCredential("VerifiableAuthorisationForTrustChain");

    requireListed(
        Endpoint.REGISTRATION,
        Endpoint.AUTHORIZE,
        Endpoint.REQUEST_OBJECT,
        Endpoint.DIRECT_POST,
        Endpoint.TOKEN,
        Endpoint.CREDENTIAL);
  }

  private void requireListed(Endpoint... visited) {
    Set<String> seen = new HashSet<>();
    for (ReportSummary summary : sdk.control().reports().list()) {
      for (ReportedEndpoint reported :
          sdk.control().reports().read(summary.getClient()).getEndpoints()) {
        Endpoint endpoint = Endpoint.byId(reported.getEndpoint().getValue()).orElseThrow();
        List<String> listed = Stream.concat(
                EndpointRules.of(endpoint).stream(), EndpointRules.ofAnyRequest().stream())
            .map(Check::id)
            .toList();
        List<String> met = reported.getRules().stream()
            .filter(rule -> rule.getOutcome() != ReportedRule.OutcomeEnum.NEVER_MET)
            .map(ReportedRule::getId)
            .toList();
        assertThat(met).as(endpoint.id()).isSubsetOf(listed);
        if (!met.isEmpty()) {
          seen.add(endpoint.id());
        }
      }
    }
    assertThat(seen).containsAll(Stream.of(visited).map(Endpoint::id).toList());
  }
}
