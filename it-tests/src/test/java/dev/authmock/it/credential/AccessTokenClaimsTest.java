package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import io.micronaut.test.support.TestPropertyProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What an access token has to claim, even where the server's own key signed it.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9068#section-4">RFC 9068, section 4</a>
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessTokenClaimsTest extends IssuanceTest implements TestPropertyProvider {
  @TempDir
  static Path directory;

  private final ECKey key = Keys.ec("signing");
  private final ECKey older = Keys.ec("older");
  private TokenHolder holder;
  private TakenApart token;

  @Override
  public Map<String, String> getProperties() {
    try {
      Path file = Files.writeString(
          directory.resolve("keys.json"), new JWKSet(List.of(key, older)).toString(false));
      return Map.of("authmock.signing-keys", file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void redeem() {
    holder = holderOfToken(IN_TIME);
    token = TakenApart.of(holder.accessToken());
  }

  @Test
  void a_token_of_an_older_key_of_this_server_is_good() {
    requireGood(token.header("kid", "older").signedBy(older));
  }

  @Test
  void the_kid_of_one_key_does_not_go_with_the_signature_of_another() {
    requireRefused(token.header("kid", "older").signedBy(key), "access_token.signature");
  }

  @Test
  void the_aud_may_be_an_array_with_this_issuer_in_it() {
    requireGood(token
        .claim("aud", List.of("https://other.example", sdk.credentialIssuer()))
        .signedBy(key));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\"https://other.example\"", "[]", "[\"https://other.example\"]", "1", "{}", "\"\""
      })
  void the_aud_must_be_this_issuer(String json) {
    requireRefused(token.claim("aud", Json.read(json)).signedBy(key), "access_token.aud");
  }

  @Test
  void the_aud_must_be_this_issuer_to_the_letter() {
    String issuer = sdk.credentialIssuer();
    for (String aud : List.of(issuer + "/", issuer.toUpperCase(Locale.ROOT), sdk.issuer())) {
      requireRefused(token.claim("aud", aud).signedBy(key), "access_token.aud");
    }
  }

  @Test
  void the_iss_must_be_this_authorization_server() {
    for (Object iss : List.of("https://other.example", sdk.credentialIssuer(), 1, List.of())) {
      requireRefused(token.claim("iss", iss).signedBy(key), "access_token.iss");
    }
    requireRefused(token.claim("iss", null).signedBy(key), "access_token.iss");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "\"4102444800\"", "1e400", "true", "[]", "null", "NaN"})
  void an_exp_must_be_a_time_to_come(String json) {
    String compact = json.equals("NaN")
        ? token.claim("exp", "NaN").signedBy(key)
        : token.claim("exp", Json.read(json)).signedBy(key);

    requireRefused(compact, "access_token.not_expired");
  }

  @Test
  void an_exp_is_required() {
    requireRefused(token.claim("exp", null).signedBy(key), "access_token.not_expired");
  }

  @Test
  void an_nbf_must_not_be_in_the_future() {
    long now = clock.instant().getEpochSecond();

    String later = token.claim("nbf", now + 1).signedBy(key);
    requireRefused(later, "access_token.nbf");
    clock.advance(Duration.ofSeconds(1));
    requireGood(later);
    requireRefused(token.claim("nbf", "soon").signedBy(key), "access_token.nbf");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "jti", "claims"})
  void what_the_token_endpoint_gives_has_to_be_there(String claim) {
    requireRefused(token.claim(claim, null).signedBy(key), "access_token.claims");
    requireRefused(token.claim(claim, List.of(1)).signedBy(key), "access_token.claims");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"client_id\":\"did:key:z\"}",
        "{\"c_nonce\":1,\"client_id\":\"did:key:z\",\"authorization_details\":[]}",
        "{\"c_nonce\":\"n\",\"client_id\":[],\"authorization_details\":[]}"
      })
  void claims_without_a_client_or_a_c_nonce_are_no_access_token(String json) {
    requireRefused(token.claim("claims", Json.read(json)).signedBy(key), "access_token.claims");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "\"CTWalletSamePreAuthorisedInTime\"",
        "{}",
        "[]",
        "[null]",
        "[[]]",
        "[{}]",
        "[{\"types\":\"CTWalletSamePreAuthorisedInTime\"}]",
        "[{\"types\":[1]}]"
      })
  void a_token_that_is_for_nothing_is_good_for_nothing(String details) {
    String claims = "{\"c_nonce\":\"%s\",\"client_id\":\"%s\",\"authorization_details\":%s}"
        .formatted(holder.cNonce(), holder.wallet().did(), details);

    assertThatCredentialError(ask(token.claim("claims", Json.read(claims)).signedBy(key)))
        .is(400, "unsupported_credential_type", "credential.authorized");
  }

  private void requireGood(String accessToken) {
    Exchange answer = ask(accessToken);
    assertThat(answer.status()).as("%s", answer).isEqualTo(200);
  }

  private void requireRefused(String accessToken, String check) {
    Exchange answer = ask(accessToken);
    assertThatCredentialError(answer).is(401, "invalid_token", check);
    assertThat(answer.header("www-authenticate")).contains("Bearer error=\"invalid_token\"");
  }

  private Exchange ask(String accessToken) {
    return http.postJson(RawHttp.CREDENTIAL, accessToken, Json.write(holder.request()));
  }
}
