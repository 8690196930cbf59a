package dev.authmock.it;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static dev.authmock.it.support.Kind.ISSUER_NOT_FOUND;
import static dev.authmock.it.support.Kind.NOT_FOUND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** A reset forgets what came in; what was configured stays. */
class ResetTest extends ServiceTest {

  @Test
  void it_forgets_codes() {
    Pkce pkce = Pkce.generate();
    String code = codes.forHolder(pkce);
    String preAuthorized = codes.preAuthorizedWithoutPin();
    sdk.control().reset();

    assertThatProblem(http.token(Form.ofHolderWallet(Codes.HOLDER, code, pkce.verifier())))
        .is(BAD_REQUEST, "invalid_grant", "code.known");
    assertThatProblem(http.token(Form.ofPreAuthorizedCode(preAuthorized)))
        .is(BAD_REQUEST, "invalid_grant", "pre-authorized_code.known");
  }

  @Test
  void it_forgets_clients_that_registered_themselves() {
    Wallet wallet = clients.register();
    sdk.control().reset();

    assertThatProblem(http.token(wallet.form(codes.forWallet(wallet))))
        .is(ISSUER_NOT_FOUND, "invalid_client", "client.registered");
  }

  @Test
  void it_forgets_replays() {
    Wallet wallet = clients.register();
    String assertion = wallet.assertion().serialized();
    Exchange first =
        http.token(Form.ofServiceWallet(wallet.clientId(), codes.forWallet(wallet), assertion));
    assertThat(first.status()).isEqualTo(200);
    sdk.control().reset();
    sdk.register(new ClientMetadata()
        .clientId(URI.create(wallet.clientId()))
        .jwks(PublicKeys.of(wallet.key())));

    Exchange again =
        http.token(Form.ofServiceWallet(wallet.clientId(), codes.forWallet(wallet), assertion));
    assertThat(again.status()).as("%s", again).isEqualTo(200);
  }

  @Test
  void it_empties_the_journal() {
    String instance = assertThatProblem(http.token(Form.empty())).instance();
    sdk.control().reset();

    assertThat(sdk.control().journal().getTotal()).isZero();
    assertThatProblem(http.get(instance)).is(NOT_FOUND, "invalid_request", "journal.entry");
  }

  @Test
  void it_keeps_the_signing_keys() {
    String before = http.get(RawHttp.JWKS).body();
    sdk.control().reset();

    assertThat(http.get(RawHttp.JWKS).body()).isEqualTo(before);
  }
}
