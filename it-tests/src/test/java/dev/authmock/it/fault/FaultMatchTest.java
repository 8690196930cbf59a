package dev.authmock.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.Faults;
import dev.authmock.sdk.control.model.Endpoint;
import dev.authmock.sdk.control.model.FaultOrder;
import dev.authmock.sdk.control.model.RequestMatch;
import dev.authmock.sdk.wallet.HolderWallet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which answers faults hit. */
class FaultMatchTest extends FaultTest {

  @Test
  void an_endpoint() {
    inject(extra("jwks").match(Faults.at(Endpoint.JWKS)));
    inject(extra("issuer").match(Faults.at(Endpoint.ISSUER_METADATA)));

    requireUntouched(tokens());
    requireUntouched(http.get(RawHttp.ISSUER_MOCK + "/jwks"));
    requireHit(http.get(RawHttp.JWKS), "jwks");
    requireHit(http.get(RawHttp.ISSUER_MOCK + "/.well-known/openid-credential-issuer"), "issuer");
  }

  @Test
  void both_addresses_of_the_metadata_are_one_endpoint() {
    inject(extra("metadata").times(2).match(Faults.at(Endpoint.SERVER_METADATA)));

    requireHit(http.get(RawHttp.AUTH_MOCK + "/.well-known/openid-configuration"), "metadata");
    requireHit(
        http.get("/.well-known/oauth-authorization-server/conformance/v3/auth-mock"), "metadata");
  }

  @Test
  void a_grant() {
    Wallet wallet = clients.register();
    inject(extra("grant").match(new RequestMatch().grantType(Form.AUTHORIZATION_CODE)));

    requireUntouched(tokens());
    requireHit(http.token(wallet.form(codes.forWallet(wallet))), "grant");
  }

  @Test
  void a_client_that_says_who_it_is() {
    Wallet wallet = clients.register();
    Wallet other = clients.register();
    inject(extra("client").match(Faults.from(wallet.clientId())));

    requireUntouched(tokens());
    requireUntouched(http.token(other.form(codes.forWallet(other))));
    requireHit(http.token(wallet.form(codes.forWallet(wallet))), "client");
  }

  @Test
  void a_client_that_is_known_by_its_code_alone() {
    inject(extra("client").match(Faults.from(Codes.HOLDER)));

    requireHit(tokens(), "client");
  }

  @Test
  void a_client_whose_code_is_used_up_by_now() {
    String code = codes.preAuthorizedWithoutPin();
    requireUntouched(redeem(code));
    inject(Faults.delay(Duration.ofMillis(1)).name("delay").match(Faults.from(Codes.HOLDER)));

    Exchange again = redeem(code);
    assertThat(again.status()).isEqualTo(400);
    assertThat(again.header(HEADER)).contains("delay");
  }

  @Test
  void a_client_on_all_of_its_way() {
    HolderWallet wallet = holder();
    inject(Faults.delay(Duration.ofMillis(1))
        .name("delay")
        .every(true)
        .match(Faults.from(wallet.did())));

    wallet.obtainCredential("CTWalletSameAuthorisedDeferred");
    List<String> hit = new ArrayList<>();
    http.get("/mock/journal?limit=100").json().path("entries").forEach(entry -> {
      if (!entry.path("faults").isEmpty()) {
        hit.add(entry.path("path").asText().replaceFirst(".*-mock/([^/]+).*", "$1"));
      }
    });
    Collections.reverse(hit);
    assertThat(injected("delay")).isEqualTo(hit.size());
    // It asks more than once for what is deferred.
    assertThat(hit.stream().distinct())
        .containsExactly(
            "initiate-credential-offer",
            "offers",
            "authorize",
            "request_uri",
            "direct_post",
            "token",
            "credential",
            "credential_deferred");
  }

  @Test
  void all_that_is_said_has_to_fit() {
    Wallet wallet = clients.register();
    inject(extra("all")
        .match(new RequestMatch()
            .endpoint(Endpoint.TOKEN)
            .grantType(Form.PRE_AUTHORIZED_CODE)
            .clientId(Codes.HOLDER)));

    requireUntouched(http.token(wallet.form(codes.forWallet(wallet))));
    requireUntouched(http.get(RawHttp.JWKS));
    requireHit(tokens(), "all");
  }

  @Test
  void all_that_match_hit_and_the_oldest_is_named_first() {
    inject(extra("z"));
    inject(Faults.extraMembers(Map.of("x", 2)).name("a"));

    assertThat(requireHit(tokens(), "z, a").path("x").asInt()).isEqualTo(2);
  }

  private static FaultOrder extra(String name) {
    return Faults.extraMembers(Map.of("x", 1)).name(name);
  }
}
