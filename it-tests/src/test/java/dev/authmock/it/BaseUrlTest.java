package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.VerifiedToken;
import dev.authmock.it.support.Wallet;
import io.micronaut.context.annotation.Property;
import org.junit.jupiter.api.Test;

/** A server that is known by another name than it has for itself. */
@Property(name = "authmock.base-url", value = "https://mock.example:8443/")
class BaseUrlTest extends ServiceTest {
  private static final String ISSUER = "https://mock.example:8443/conformance/v3/auth-mock";

  @Test
  void its_metadata_name_it() {
    assertThat(sdk.metadata().getIssuer()).hasToString(ISSUER);
    assertThat(sdk.metadata().getTokenEndpoint()).hasToString(ISSUER + "/token");
    assertThat(sdk.metadata().getJwksUri()).hasToString(ISSUER + "/jwks");
  }

  @Test
  void its_tokens_and_problems_name_it() {
    Exchange tokens = http.token(Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()));
    String token = tokens.json().path("access_token").asText();
    assertThat(VerifiedToken.of(token, http.get(RawHttp.JWKS), ISSUER, clock).claim("iss"))
        .isEqualTo(ISSUER);

    JsonNode problem = http.token(Form.empty()).json();
    assertThat(problem.path("type").asText()).startsWith("https://mock.example:8443/problems/");
    assertThat(problem.path("instance").asText()).startsWith("https://mock.example:8443/journal/");
  }

  @Test
  void assertions_must_be_meant_for_that_name() {
    Wallet wallet = clients.register();
    Form right = wallet
        .form(codes.forWallet(wallet))
        .replacing("client_assertion", Assertion.of(wallet).claim("aud", ISSUER).serialized());
    Form wrong = wallet.form(codes.forWallet(wallet));

    assertThat(http.token(right).status()).isEqualTo(200);
    assertThat(http.token(wrong).json().path("check").asText()).isEqualTo("client_assertion.aud");
  }
}
