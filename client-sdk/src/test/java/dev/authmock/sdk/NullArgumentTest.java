package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.authmock.sdk.conformance.model.ClientMetadata;
import dev.authmock.sdk.conformance.model.CredentialRequest;
import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class NullArgumentTest {

  private static final Pkce PKCE = Pkce.generate();
  private static final RegistrationAccess ACCESS = RegistrationAccess.of("Zk", "token");

  /** One call with a null in it. */
  @FunctionalInterface
  interface Call {
    void on(AuthMockClient client) throws Exception;
  }

  /** A null that the checker does not see, as in a caller's code that is not checked. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
  private static <T> T nothing() {
    return null;
  }

  private static Arguments call(String parameter, Call call) {
    return arguments(parameter, call);
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        call("grant", c -> c.redeem(NullArgumentTest.<PreAuthorizedCodeGrant>nothing())),
        call("grant", c -> c.redeem(NullArgumentTest.<AuthorizationCodeGrant>nothing())),
        call("metadata", c -> c.register(nothing())),
        call("access", c -> c.readRegistration(nothing())),
        call("access", c -> c.replaceRegistration(nothing(), new ClientMetadata())),
        call("metadata", c -> c.replaceRegistration(ACCESS, nothing())),
        call("access", c -> c.deleteRegistration(nothing())),
        call("credentialType", c -> c.requestOffer(nothing(), "did:key:z2")),
        call("clientId", c -> c.requestOffer("X", nothing())),
        call("credentialOfferUri", c -> c.readOffer(nothing())),
        call("request", c -> c.authorize(nothing())),
        call("requestUri", c -> c.requestObject(nothing())),
        call("form", c -> c.directPost(nothing())),
        call("accessToken", c -> c.requestCredential(nothing(), new CredentialRequest())),
        call("request", c -> c.requestCredential("at", nothing())),
        call("acceptanceToken", c -> c.requestDeferredCredential(nothing())));
  }

  static Stream<Arguments> controlCalls() {
    return Stream.of(
        call("order", c -> c.control().mintAuthorizationCode(nothing())),
        call("order", c -> c.control().mintPreAuthorizedCode(nothing())),
        call("query", c -> c.control().journal(nothing())),
        call("id", c -> c.control().readJournalEntry(NullArgumentTest.<String>nothing())),
        call("instance", c -> c.control().readJournalEntry(NullArgumentTest.<URI>nothing())),
        call("refused", c -> c.control().explain(nothing())),
        call("id", c -> c.control().readFlow(nothing())),
        call("clientId", c -> c.control().lastEvaluation(nothing())),
        call("request", c -> c.control().evaluate(nothing())),
        call("order", c -> c.control().faults().inject(nothing())),
        call("name", c -> c.control().faults().read(nothing())),
        call("name", c -> c.control().faults().remove(nothing())),
        call("order", c -> c.control().tokenShapes().add(nothing())),
        call("name", c -> c.control().tokenShapes().remove(nothing())),
        call("metadata", c -> c.control().clients().add(nothing())),
        call("id", c -> c.control().clients().read(nothing())),
        call("metadata", c -> c.control().clients().replace("4f2a", nothing())),
        call("id", c -> c.control().clients().remove(nothing())),
        call("jwksUri", c -> c.control().clients().testJwksUri(nothing())),
        call("client", c -> c.control().reports().read(nothing())),
        call("slug", c -> c.control().reference().problemType(nothing())),
        call("now", c -> c.control().clock().set(nothing())),
        call("by", c -> c.control().clock().advance(nothing())));
  }

  /** The generated operations say which of them needs it. */
  static Stream<Arguments> generatedCalls() {
    return Stream.of(
        call("removeFault needs 'name'", c -> c.control().faults().api().removeFault(nothing())),
        call(
            "injectFault needs 'FaultOrder'",
            c -> c.control().faults().api().injectFault(nothing())),
        call("postToken needs 'form'", c -> c.tokenApi().postToken(nothing())),
        call("authorize needs 'query'", c -> c.authorizationApi().authorize(nothing())));
  }

  @ParameterizedTest
  @MethodSource({"calls", "controlCalls", "generatedCalls"})
  void it_is_named_and_nothing_is_sent(String message, Call call) throws IOException {
    try (FakePeer peer = FakePeer.answering(200, FakePeer.JSON, "{}")) {
      AuthMockClient client = peer.client();

      assertThatThrownBy(() -> call.on(client))
          .isInstanceOf(NullPointerException.class)
          .hasMessage(message);
      assertThat(peer.requests()).isEmpty();
    }
  }

  static Stream<Arguments> values() {
    return Stream.of(
        value("code", () -> PreAuthorizedCodeGrant.of(nothing())),
        value("userPin", () -> PreAuthorizedCodeGrant.of("c").withUserPin(nothing())),
        value("assertion", () -> PreAuthorizedCodeGrant.of("c").withClientAssertion(nothing())),
        value("code", () -> AuthorizationCodeGrant.ofHolderWallet(nothing(), "did:key:z2", PKCE)),
        value("did", () -> AuthorizationCodeGrant.ofHolderWallet("c", nothing(), PKCE)),
        value("pkce", () -> AuthorizationCodeGrant.ofHolderWallet("c", "did:key:z2", nothing())),
        value("assertion", () -> AuthorizationCodeGrant.ofServiceWallet("c", nothing())),
        value("pkce", () -> grant().withPkce(nothing())),
        value("redirectUri", () -> grant().withRedirectUri(nothing())),
        value("clientId", () -> ClientAssertion.of(nothing(), "h.p.s")),
        value("serialized", () -> ClientAssertion.of("https://c.example", nothing())),
        value("registrationId", () -> RegistrationAccess.of(nothing(), "token")),
        value("accessToken", () -> RegistrationAccess.of("Zk", nothing())),
        value("client_id", () -> AuthorizationRequest.of(nothing())),
        value("clientId", () -> JournalQuery.all().withClientId(nothing())),
        value("flow", () -> JournalQuery.all().withFlow(nothing())),
        value("failedCheck", () -> JournalQuery.all().withFailedCheck(nothing())),
        value("outcome", () -> JournalQuery.all().withOutcome(nothing())),
        value("location", () -> Redirect.of(nothing())),
        value("slug", () -> Faults.problem(nothing())),
        value("controlToken", () -> AuthMockClient.builder().controlToken(nothing())));
  }

  private static Arguments value(String parameter, ThrowingCallable making) {
    return arguments(parameter, making);
  }

  private static AuthorizationCodeGrant grant() {
    return AuthorizationCodeGrant.ofHolderWallet("c", "did:key:z2", PKCE);
  }

  @ParameterizedTest
  @MethodSource("values")
  void it_is_named_as_soon_as_it_is_given(String parameter, ThrowingCallable making) {
    assertThatThrownBy(making).isInstanceOf(NullPointerException.class).hasMessage(parameter);
  }

  @Test
  void it_is_left_out_where_a_method_allows_it() throws IOException {
    try (FakePeer peer = FakePeer.answering(200, "text/plain", "openid-credential-offer://?a=b")) {
      peer.client().requestOffer("X", "did:key:z2", null);

      assertThat(peer.request().query()).doesNotContainKey("credential_offer_endpoint");
    }
  }
}
