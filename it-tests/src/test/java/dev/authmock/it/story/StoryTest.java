package dev.authmock.it.story;

import static dev.authmock.it.support.Kind.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.AuthMockException;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.conformance.model.TokenResponse;
import dev.authmock.sdk.control.model.Endpoint;
import dev.authmock.sdk.control.model.JournalEntry;
import dev.authmock.sdk.control.model.RecordedJwt;
import dev.authmock.sdk.control.model.RecordedJwtMember;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.ProofOfPossession;
import dev.authmock.sdk.wallet.ServiceWallet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an entry tells of the JWTs that came, and of what was answered. */
class StoryTest extends Stories {
  private static final String SECRET = "secret, \\d+ characters, sha-256 begins [0-9a-f]{8}";

  @Test
  void a_wrong_claim_stands_beside_what_was_expected() {
    Wallet wallet = clients.register();
    JournalEntry entry =
        refused(wallet, wallet.rawAssertion().claim("aud", "https://other.example"), "aud");
    RecordedJwt assertion = jwt(entry.getJwts(), "client_assertion");

    RecordedJwtMember aud = requireBroken(assertion, "aud", "client_assertion.aud");
    assertThat(aud.getValue()).isEqualTo("\"https://other.example\"");
    assertThat(aud.getExpected()).contains("'" + sdk.issuer() + "'");
    requireKept(assertion, "alg", "client_assertion.alg");
    requireKept(assertion, "kid", "client_assertion.signature");
    requireKept(assertion, "iss", "client_assertion.iss");
    assertThat(member(assertion, "exp").getOutcome())
        .as("what follows was not tried")
        .isNull();
    assertThat(entry.getEndpoint()).isEqualTo(Endpoint.TOKEN);
    assertThat(entry.getFaults()).isEmpty();
  }

  @Test
  void a_claim_that_is_missing_has_its_place_too() {
    Wallet wallet = clients.register();
    JournalEntry entry = refused(wallet, wallet.rawAssertion().claim("aud", null), "aud");

    assertThat(
            requireBroken(jwt(entry.getJwts(), "client_assertion"), "aud", "client_assertion.aud")
                .getValue())
        .isEqualTo("nothing");
  }

  @Test
  void an_expired_assertion_is_told_by_its_exp() {
    Wallet wallet = clients.register();
    Assertion expired = wallet.rawAssertion().claim("exp", clock.instant().minusSeconds(61));
    http.token(
        Form.ofServiceWallet(wallet.clientId(), codes.forWallet(wallet), expired.serialized()));

    requireBroken(
        jwt(entry("/token").getJwts(), "client_assertion"), "exp", "client_assertion.not_expired");
  }

  @Test
  void what_is_no_jwt_has_no_members() {
    Wallet wallet = clients.register();
    http.token(Form.ofServiceWallet(wallet.clientId(), codes.forWallet(wallet), "no.jwt"));

    assertThat(jwt(entry("/token").getJwts(), "client_assertion").getMembers()).isEmpty();
  }

  @Test
  void the_tokens_that_were_answered_are_taken_apart() {
    HolderWallet wallet = holderWallet();
    wallet.obtainCredential(AUTHORISED);
    JournalEntry entry = entry("/token");

    RecordedJwt token = jwt(entry.getAnswerJwts(), "access_token");
    assertThat(member(token, "iss").getValue()).isEqualTo("\"" + sdk.issuer() + "\"");
    assertThat(member(token, "nonce").getValue()).matches(SECRET);
    assertThat(member(token, "claims.c_nonce").getValue()).matches(SECRET);
    assertThat(member(token, "sub").getCheck()).isNull();
    assertThat(member(jwt(entry.getAnswerJwts(), "id_token"), "aud").getValue())
        .contains(wallet.did());
    assertThat(answer(entry, "token_type")).isEqualTo("bearer");
    assertThat(answer(entry, "expires_in")).isEqualTo("86400");
    assertThat(answer(entry, "c_nonce")).matches(SECRET);
  }

  @Test
  void every_step_of_a_flow_says_what_was_answered() {
    HolderWallet wallet = holderWallet();
    wallet.obtainCredential(AUTHORISED);

    assertThat(answer(entry("/initiate-credential-offer"), "credential_offer_uri"))
        .endsWith("/offers/{id}");
    assertThat(answer(entry("/initiate-credential-offer"), "issuer_state")).matches(SECRET);
    assertThat(answer(entry("/offers/{id}"), "types")).contains(AUTHORISED);
    assertThat(answer(entry("/authorize"), "location")).isNotEmpty();
    assertThat(answer(entry("/authorize"), "state")).matches(SECRET);
    assertThat(answer(entry("/authorize"), "request_uri")).endsWith("/request_uri/{id}");
    assertThat(member(jwt(entry("/request_uri/{id}").getAnswerJwts(), "request"), "nonce")
            .getValue())
        .matches(SECRET);
    requireKept(jwt(entry("/direct_post").getJwts(), "id_token"), "nonce", "id_token.nonce");
    requireKept(jwt(entry("/direct_post").getJwts(), "id_token"), "sub", "direct_post.subject");
    assertThat(answer(entry("/direct_post"), "location")).isEqualTo(wallet.redirectUri());
    assertThat(answer(entry("/direct_post"), "code")).matches(SECRET);
    JournalEntry issued = entry("/credential");
    requireKept(jwt(issued.getJwts(), "access_token"), "aud", "access_token.aud");
    requireKept(jwt(issued.getJwts(), "proof"), "nonce", "proof.nonce");
    assertThat(member(jwt(issued.getAnswerJwts(), "credential"), "vc.type").getValue())
        .contains(AUTHORISED);
    assertThat(answer(issued, "c_nonce")).matches(SECRET);
    assertThat(issued.getCredentialType()).isEqualTo(AUTHORISED);
    assertThat(sdk.control().readFlow(issued.getFlow()).getCredentialType()).isEqualTo(AUTHORISED);
  }

  @Test
  void a_deferred_credential_is_promised_and_then_there() {
    holderWallet().obtainCredential("CTWalletSameAuthorisedDeferred");

    assertThat(answer(entry("/credential"), "acceptance_token")).matches(SECRET);
    assertThat(entry("/credential").getAnswerJwts()).isEmpty();
    assertThat(entry("/credential_deferred").getAnswerJwts()).hasSize(1);
  }

  @Test
  void a_wrong_proof_is_told_by_its_nonce_and_the_next_c_nonce_is_noted() {
    HolderWallet wallet = holderWallet();
    CredentialOffer offer =
        wallet.readOffer(wallet.requestOffer("CTWalletSamePreAuthorisedInTime"));
    TokenResponse tokens = wallet.redeem(offer);
    ProofOfPossession wrong = wallet.prove("not-" + tokens.getcNonce());
    List<String> types = offer.getCredentials().get(0).getTypes();
    assertThat(catchThrowable(
            () -> sdk.requestCredential(tokens.getAccessToken(), wrong.toRequest(types))))
        .isInstanceOf(AuthMockException.class);

    JournalEntry entry = entry("/credential");
    assertThat(
            requireBroken(jwt(entry.getJwts(), "proof"), "nonce", "proof.nonce").getValue())
        .matches(SECRET);
    requireKept(jwt(entry.getJwts(), "proof"), "iat", "proof.age");
    assertThat(answer(entry, "c_nonce")).matches(SECRET);
  }

  @Test
  void a_request_object_stands_beside_the_rules_of_its_parameters() {
    ServiceWallet wallet = serviceWallet();
    var request = wallet.authorizationRequest(wallet.types(VA_TO_ONBOARD));
    http.authorize(form(wallet.signed(request)));
    RecordedJwt good = jwt(entry("/authorize").getJwts(), "request_object");
    requireKept(good, "client_id", "request_object.client_id");
    requireKept(good, "redirect_uri", "request_object.twins");
    requireKept(good, "scope", "scope.openid");
    assertThat(member(good, "state").getValue()).matches(SECRET);

    http.authorize(form(wallet.signed(request.with("scope", "email"))));
    requireBroken(jwt(entry("/authorize").getJwts(), "request_object"), "scope", "scope.openid");
    assertThat(answer(entry("/authorize"), "error")).isEqualTo("invalid_scope");
    assertThat(answer(entry("/authorize"), "error_uri"))
        .isEqualTo(entry("/authorize").getUrl().toString());
  }

  @Test
  void a_registration_and_a_minted_code_are_told_by_fingerprints() {
    codes.forWallet(clients.register());
    codes.forHolder(Pkce.generate());
    assertThat(answer(entry("/register"), "registration_access_token")).matches(SECRET);
    assertThat(answer(entry("/authorization-codes"), "code")).matches(SECRET);

    codes.preAuthorized();
    JournalEntry minted = entry("/pre-authorized-codes");
    assertThat(answer(minted, "pre-authorized_code")).matches(SECRET);
    assertThat(answer(minted, "user_pin")).isEqualTo("secret, 4 characters");
  }

  private JournalEntry refused(Wallet wallet, Assertion assertion, String claim) {
    String code = codes.forWallet(wallet);
    assertThatProblem(
            http.token(Form.ofServiceWallet(wallet.clientId(), code, assertion.serialized())))
        .is(UNAUTHORIZED, "invalid_client", "client_assertion." + claim);
    return entry("/token");
  }
}
