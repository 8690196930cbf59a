package dev.authmock.it.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * An access token is for the places that its authorization_details name, and for no others.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-5.1.1">OpenID4VCI
 *     draft 11, section 5.1.1</a>
 */
class AccessTokenAudienceTest extends IssuanceTest {

  @Test
  void a_token_for_another_issuer_is_refused() {
    TokenHolder holder =
        holderOfMinted(List.of(detail(IN_TIME).locations(List.of("https://issuer.example"))));

    assertThatCredentialError(holder.ask(holder.request()))
        .is(401, "invalid_token", "access_token.aud")
        .saying("https://issuer.example");
  }

  @Test
  void a_token_for_several_issuers_is_good_for_each() {
    TokenHolder holder = holderOfMinted(List.of(
        detail(IN_TIME).locations(List.of("https://issuer.example", sdk.credentialIssuer()))));

    holder.requireGood(holder.cNonce());
  }

  @Test
  void who_forgot_the_locations_is_told_so() {
    TokenHolder holder = holderOfMinted(List.of(detail(IN_TIME).locations(List.of())));

    assertThatCredentialError(holder.ask(holder.request()))
        .is(401, "invalid_token", "access_token.aud")
        .saying("had no locations");
  }

  @Test
  void the_first_detail_decides() {
    TokenHolder holder = holderOfMinted(
        List.of(detail(IN_TIME).locations(List.of("https://issuer.example")), detail(DEFERRED)));

    assertThatCredentialError(holder.ask(holder.request()))
        .is(401, "invalid_token", "access_token.aud");
  }

  @Test
  void a_token_without_any_details_is_for_the_authorization_server_alone() {
    TokenHolder holder = holderOfMinted(List.of());

    assertThatCredentialError(holder.ask(holder.request()))
        .is(401, "invalid_token", "access_token.aud");
  }

  @Test
  void a_token_for_several_credentials_is_good_for_each_of_them() {
    TokenHolder holder = holderOfMinted(List.of(detail(IN_TIME), detail(DEFERRED)));
    Exchange first = holder.requireGood(holder.cNonce());

    String next = first.json().path("c_nonce").asText();
    Map<String, Object> request = holder.request(holder.proof(next).sign().serialized());
    request.put("types", typesOf(DEFERRED));
    Exchange second = holder.ask(request);
    assertThat(second.status()).as("%s", second).isEqualTo(200);
    assertThat(second.json().has("acceptance_token")).isTrue();
  }
}
