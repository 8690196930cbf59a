package dev.authmock.it;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.ISSUER_NOT_FOUND;
import static dev.authmock.it.support.Kind.UNAUTHORIZED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.AuthorizationCodeGrant;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.RegistrationAccess;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import dev.authmock.sdk.conformance.model.ClientRegistration;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A client registers itself (RFC 7591) and manages its registration (RFC 7592). */
class RegistrationTest extends ServiceTest {
  private static final String CALLBACK = "https://issuer.example/auth/callback";

  private final ECKey key = Keys.ec("key-1");

  @Test
  void a_registration_says_what_was_registered_and_how_to_manage_it() {
    ClientMetadata metadata =
        metadata().clientName("An issuer").redirectUris(List.of(CALLBACK, "openid:"));
    ClientRegistration registration = sdk.register(metadata);

    assertThat(registration.getClientId()).isEqualTo(metadata.getClientId().toString());
    assertThat(registration.getClientName()).isEqualTo("An issuer");
    assertThat(registration.getRedirectUris()).containsExactly(CALLBACK, "openid:");
    assertThat(registration.getTokenEndpointAuthMethod()).isEqualTo("private_key_jwt");
    assertThat(registration.getClientIdIssuedAt()).isEqualTo(clock.instant().getEpochSecond());
    assertThat(registration.getJwks()).isEqualTo(PublicKeys.of(key));
    assertThat(registration.getJwksUri()).isNull();
    assertThat(registration.getRegistrationAccessToken()).hasSizeGreaterThanOrEqualTo(22);
    assertThat(registration.getRegistrationClientUri().toString())
        .startsWith(sdk.issuer() + "/register/");
  }

  @Test
  void a_registration_by_jwks_uri_keeps_the_uri() {
    ClientRegistration registration = sdk.register(new ClientMetadata()
        .clientId(URI.create(clients.freshId()))
        .jwksUri(URI.create("https://issuer.example/jwks"))
        .tokenEndpointAuthMethod("private_key_jwt"));

    assertThat(registration.getJwksUri()).hasToString("https://issuer.example/jwks");
    assertThat(registration.getJwks()).isNull();
  }

  @Test
  void a_registration_is_read_with_its_token_as_it_was_given() {
    ClientRegistration registration = sdk.register(metadata());
    clock.advance(Duration.ofDays(1));

    ClientRegistration read = sdk.readRegistration(RegistrationAccess.of(registration));
    assertThat(read).isEqualTo(registration);
  }

  @Test
  void a_replacement_replaces_everything_but_the_client_id() {
    ClientMetadata metadata = metadata().clientName("An issuer").redirectUris(List.of(CALLBACK));
    ClientRegistration registration = sdk.register(metadata);
    clock.advance(Duration.ofDays(1));

    ClientRegistration replaced = sdk.replaceRegistration(
        RegistrationAccess.of(registration),
        new ClientMetadata()
            .clientId(metadata.getClientId())
            .jwksUri(URI.create("https://issuer.example/jwks")));

    assertThat(replaced.getClientId()).isEqualTo(registration.getClientId());
    assertThat(replaced.getClientIdIssuedAt()).isEqualTo(registration.getClientIdIssuedAt());
    assertThat(replaced.getRegistrationClientUri())
        .isEqualTo(registration.getRegistrationClientUri());
    assertThat(replaced.getClientName()).isNull();
    assertThat(replaced.getRedirectUris()).isEmpty();
    assertThat(replaced.getJwks()).isNull();
    assertThat(replaced.getJwksUri()).hasToString("https://issuer.example/jwks");
  }

  @Test
  void a_replacement_gives_a_new_token_and_the_old_one_is_no_longer_good() {
    ClientMetadata metadata = metadata();
    RegistrationAccess old = RegistrationAccess.of(sdk.register(metadata));
    RegistrationAccess fresh = RegistrationAccess.of(sdk.replaceRegistration(old, metadata));

    assertThatProblem(catchThrowable(() -> sdk.readRegistration(old)))
        .is(UNAUTHORIZED, "invalid_token", "registration.access_token");
    assertThatProblem(catchThrowable(() -> sdk.replaceRegistration(old, metadata)))
        .is(UNAUTHORIZED, "invalid_token", "registration.access_token");
    assertThatProblem(catchThrowable(() -> sdk.deleteRegistration(old)))
        .is(UNAUTHORIZED, "invalid_token", "registration.access_token");
    assertThat(sdk.readRegistration(fresh).getClientId())
        .isEqualTo(metadata.getClientId().toString());
  }

  @Test
  void a_replaced_key_is_good_at_once_and_the_old_one_is_not() {
    ECKey next = Keys.ec("key-2");
    Wallet before = clients.unregistered(key);
    Wallet after = before.signingWith(next);
    ClientMetadata metadata = new ClientMetadata().clientId(URI.create(before.clientId()));
    RegistrationAccess access =
        RegistrationAccess.of(sdk.register(metadata.jwks(PublicKeys.of(key))));
    sdk.replaceRegistration(access, metadata.jwks(PublicKeys.of(next)));

    assertThatProblem(http.token(before.form(codes.forWallet(before))))
        .is(UNAUTHORIZED, "invalid_client", "client_assertion.key_known");
    String code = codes.forWallet(after);
    sdk.redeem(AuthorizationCodeGrant.ofServiceWallet(code, after.assertion()));
  }

  @Test
  void a_deleted_client_is_no_client_any_more_and_its_client_id_is_free() {
    Wallet wallet = clients.unregistered(key);
    ClientMetadata metadata =
        new ClientMetadata().clientId(URI.create(wallet.clientId())).jwks(PublicKeys.of(key));
    RegistrationAccess access = RegistrationAccess.of(sdk.register(metadata));
    sdk.deleteRegistration(access);

    assertThatProblem(catchThrowable(() -> sdk.readRegistration(access)))
        .is(UNAUTHORIZED, "invalid_token", "registration.access_token");
    assertThatProblem(http.token(wallet.form(codes.forWallet(wallet))))
        .is(ISSUER_NOT_FOUND, "invalid_client", "client.registered");
    sdk.register(metadata);
  }

  @Test
  void a_client_id_that_is_taken_cannot_be_registered_again() {
    ClientMetadata metadata = metadata();
    RegistrationAccess access = RegistrationAccess.of(sdk.register(metadata));

    assertThatProblem(catchThrowable(
            () -> sdk.register(metadata.jwks(PublicKeys.of(Keys.ec("of-an-intruder"))))))
        .is(BAD_REQUEST, "invalid_client_metadata", "registration.client_id_free");
    assertThat(sdk.readRegistration(access).getJwks()).isEqualTo(PublicKeys.of(key));
  }

  @Test
  void a_replacement_must_keep_the_client_id() {
    RegistrationAccess access = RegistrationAccess.of(sdk.register(metadata()));

    assertThatProblem(catchThrowable(() -> sdk.replaceRegistration(access, metadata())))
        .is(BAD_REQUEST, "invalid_client_metadata", "registration.same_client");
  }

  @Test
  void a_refused_replacement_leaves_the_registration_and_its_token_as_they_are() {
    ClientMetadata metadata = metadata();
    RegistrationAccess access = RegistrationAccess.of(sdk.register(metadata));

    assertThatProblem(catchThrowable(() ->
            sdk.replaceRegistration(access, new ClientMetadata().clientId(metadata.getClientId()))))
        .is(BAD_REQUEST, "invalid_client_metadata", "registration.one_key_source");
    assertThat(sdk.readRegistration(access).getJwks()).isEqualTo(PublicKeys.of(key));
  }

  @Test
  void a_wrong_or_missing_token_manages_nothing() {
    String path = sdk.register(metadata()).getRegistrationClientUri().getPath();
    String other = sdk.register(metadata()).getRegistrationAccessToken();

    for (String method : List.of("GET", "DELETE")) {
      assertThatProblem(http.request(method, path).send())
          .is(UNAUTHORIZED, "invalid_token", "registration.access_token");
      for (String header :
          List.of("Bearer " + other, "Bearer ", "Bearer", "Basic eDp5", "nonsense")) {
        Exchange answer =
            http.request(method, path).header("Authorization", header).send();
        assertThatProblem(answer).is(UNAUTHORIZED, "invalid_token", "registration.access_token");
        assertThat(answer.header("www-authenticate")).isPresent();
      }
    }
  }

  @Test
  void an_unknown_registration_looks_like_a_wrong_token() {
    assertThatProblem(http.request("GET", RawHttp.REGISTER + "/nothing")
            .header("Authorization", "Bearer nothing-of-the-kind")
            .send())
        .is(UNAUTHORIZED, "invalid_token", "registration.access_token");
  }

  @Test
  void the_scheme_of_a_bearer_token_is_of_no_case() {
    ClientRegistration registration = sdk.register(metadata());

    Exchange answer = http.request(
            "GET", registration.getRegistrationClientUri().toString())
        .header("Authorization", "bEARER " + registration.getRegistrationAccessToken())
        .send();
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
    assertThat(answer.header("cache-control")).contains("no-store");
  }

  private ClientMetadata metadata() {
    return new ClientMetadata().clientId(URI.create(clients.freshId())).jwks(PublicKeys.of(key));
  }
}
