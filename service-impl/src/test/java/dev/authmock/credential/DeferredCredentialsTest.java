package dev.authmock.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.authmock.check.BearerToken;
import dev.authmock.check.CredentialCheck;
import dev.authmock.check.RefusedException;
import dev.authmock.grant.InMemorySingleUseStore;
import dev.authmock.grant.TokenId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeferredCredentialsTest {
  private final Fixture fixture = new Fixture();
  private final DeferredCredentials deferred = new DeferredCredentials(
      new InMemorySingleUseStore<>("deferred credentials", 10, fixture.clock),
      fixture.random,
      fixture.clock);
  private final AccessToken accessToken = new AccessToken(
      TokenId.parse("flow.random"),
      "did:key:z1",
      "did:key:z1",
      "nonce",
      List.of(),
      fixture.clock.instant().plusSeconds(60));

  @Test
  void a_credential_is_there_after_5_seconds_and_its_token_waits_for_that() {
    String token = defer();
    assertRefused(CredentialCheck.CREDENTIAL_READY, token);
    fixture.clock.advance(Duration.ofMillis(4999));
    assertRefused(CredentialCheck.CREDENTIAL_READY, token);
    fixture.clock.advance(Duration.ofMillis(1));

    assertThat(take(token).subject()).isEqualTo("did:key:z1");
    assertThat(fixture.evaluation.flowId()).isEqualTo("flow");
  }

  @Test
  void a_token_is_good_for_one_credential() {
    String token = defer();
    fixture.clock.advance(Duration.ofSeconds(5));
    take(token);

    assertRefused(CredentialCheck.ACCEPTANCE_TOKEN_UNUSED, token);
  }

  @Test
  void a_token_is_good_for_a_day() {
    String token = defer();
    fixture.clock.advance(Duration.ofDays(1));

    assertRefused(CredentialCheck.ACCEPTANCE_TOKEN_NOT_EXPIRED, token);
  }

  @Test
  void a_token_has_to_be_sent_and_to_be_one_of_this_issuer() {
    assertRefused(CredentialCheck.ACCEPTANCE_TOKEN_KNOWN, "nonsense");
    assertThatThrownBy(() -> deferred.take(BearerToken.of(null), fixture.evaluation))
        .asInstanceOf(type(RefusedException.class))
        .extracting(RefusedException::check)
        .isEqualTo(CredentialCheck.ACCEPTANCE_TOKEN_PRESENT);
  }

  private String defer() {
    return deferred.defer(
        accessToken,
        CredentialTypes.named("CTWalletSamePreAuthorisedDeferred").orElseThrow(),
        "jwt_vc",
        fixture.evaluation);
  }

  private DeferredCredential take(String token) {
    return deferred.take(BearerToken.of("Bearer " + token), fixture.evaluation);
  }

  private void assertRefused(CredentialCheck check, String token) {
    assertThatThrownBy(() -> take(token))
        .asInstanceOf(type(RefusedException.class))
        .extracting(RefusedException::check)
        .isEqualTo(check);
  }
}
