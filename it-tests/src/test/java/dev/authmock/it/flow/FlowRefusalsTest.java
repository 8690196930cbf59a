package dev.authmock.it.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.authmock.sdk.AuthMockException;
import dev.authmock.sdk.AuthorizationCodeGrant;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.conformance.model.TokenResponse;
import dev.authmock.sdk.control.model.Flow;
import dev.authmock.sdk.control.model.JournalEntry;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.IdToken;
import dev.authmock.sdk.wallet.WalletAnswer;
import dev.authmock.sdk.wallet.WalletRequest;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What went wrong in an attempt is told in its flow. */
class FlowRefusalsTest extends FlowsTest {
  private HolderWallet wallet;

  @AfterEach
  void the_flow_was_refused() {
    assertThat(flowOf(wallet.did()).getOutcome()).isEqualTo(Flow.OutcomeEnum.REFUSED);
  }

  @Test
  void an_error_that_goes_to_the_client_by_redirect_is_a_refusal() {
    CredentialOffer offer = authorised();
    refused(() -> wallet.send(wallet
        .authorizationRequest(offer, Pkce.generate())
        .with("code_challenge_method", "plain")));

    requireFailures("-", "-", "code_challenge.method");
    JournalEntry entry = flowOf(wallet.did()).getEntries().get(2);
    assertThat(entry.getStatus()).isEqualTo(302);
    assertThat(entry.getOutcome()).isEqualTo(JournalEntry.OutcomeEnum.REFUSED);
  }

  @Test
  void a_refused_answer_of_the_wallet_belongs_to_the_flow() {
    CredentialOffer offer = authorised();
    WalletRequest request = wallet.send(wallet.authorizationRequest(offer, Pkce.generate()));
    WalletAnswer wrong = IdToken.builder(wallet.identity(), request)
        .clock(clock)
        .claim("nonce", "another")
        .sign();
    refused(() -> wallet.post(request, wrong));
    wallet.post(request, wallet.answer(request));
    refused(() -> wallet.post(request, wallet.answer(request)));

    requireFailures("-", "-", "-", "-", "id_token.nonce", "-", "direct_post.state_unused");
  }

  @Test
  void a_wrong_and_a_used_code_belong_to_the_flow() {
    Pkce pkce = Pkce.generate();
    CredentialOffer offer = authorised();
    String code = wallet.authorize(wallet.authorizationRequest(offer, pkce)).code();
    AuthorizationCodeGrant good = AuthorizationCodeGrant.ofHolderWallet(code, wallet.did(), pkce);
    sdk.redeem(good);
    refused(() -> sdk.redeem(good));

    requireFailures("-", "-", "-", "-", "-", "-", "code.unused");
  }

  @Test
  void a_wrong_pin_belongs_to_the_flow() {
    CredentialOffer offer = preAuthorised();
    PreAuthorizedCodeGrant grant =
        PreAuthorizedCodeGrant.of(offer.getGrants().getPreAuthorizedCode().getPreAuthorizedCode());
    refused(() -> sdk.redeem(grant));
    refused(() -> sdk.redeem(grant.withUserPin(UserPin.of("0"))));
    sdk.redeem(wallet.preAuthorized(offer));
    refused(() -> sdk.redeem(wallet.preAuthorized(offer)));

    requireFailures(
        "-", "-", "user_pin.present", "user_pin.matches", "-", "pre-authorized_code.unused");
  }

  @Test
  void a_wrong_proof_and_a_wrong_type_belong_to_the_flow() {
    CredentialOffer offer = preAuthorised();
    List<String> types = offer.getCredentials().get(0).getTypes();
    TokenResponse tokens = wallet.redeem(offer);
    refused(() ->
        sdk.requestCredential(tokens.getAccessToken(), wallet.prove("another").toRequest(types)));
    refused(() -> wallet.requestCredential(tokens, List.of("VerifiableCredential")));
    wallet.requestCredential(tokens, types);

    requireFailures("-", "-", "-", "proof.nonce", "credential.types", "-");
  }

  @Test
  void a_used_acceptance_token_belongs_to_the_flow() {
    wallet = holder();
    CredentialOffer offer =
        wallet.readOffer(wallet.requestOffer("CTWalletSamePreAuthorisedDeferred"));
    String token = wallet
        .requestCredential(wallet.redeem(offer), offer.getCredentials().get(0).getTypes())
        .getAcceptanceToken();
    clock.advance(Duration.ofSeconds(5));
    sdk.requestDeferredCredential(token);
    refused(() -> sdk.requestDeferredCredential(token));

    requireFailures("-", "-", "-", "-", "-", "acceptance_token.unused");
  }

  @Test
  void what_came_after_its_end_belongs_to_the_flow() {
    wallet = holder();
    String url = wallet.requestOffer("CTWalletSameAuthorisedInTime");
    CredentialOffer offer = wallet.readOffer(url);
    clock.advance(Duration.ofMinutes(5));
    refused(() -> wallet.readOffer(url));
    refused(() -> wallet.send(wallet.authorizationRequest(offer, Pkce.generate())));

    requireFailures("-", "-", "offer.not_expired", "issuer_state.not_expired");
  }

  @Test
  void an_access_token_past_its_end_belongs_to_the_flow() {
    CredentialOffer offer = preAuthorised();
    TokenResponse tokens = wallet.redeem(offer);
    clock.advance(Duration.ofDays(1));
    refused(() -> wallet.requestCredential(tokens, offer.getCredentials().get(0).getTypes()));

    requireFailures("-", "-", "-", "access_token.not_expired");
  }

  private CredentialOffer authorised() {
    wallet = holder();
    return wallet.readOffer(wallet.requestOffer("CTWalletSameAuthorisedInTime"));
  }

  private CredentialOffer preAuthorised() {
    wallet = holder();
    return wallet.readOffer(wallet.requestOffer("CTWalletSamePreAuthorisedInTime"));
  }

  private void requireFailures(String... checks) {
    assertThat(failures(flowOf(wallet.did()))).containsExactly(checks);
  }

  private static void refused(ThrowingCallable request) {
    assertThat(catchThrowable(request)).isInstanceOf(AuthMockException.class);
  }
}
