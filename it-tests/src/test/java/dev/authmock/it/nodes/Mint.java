package dev.authmock.it.nodes;

import com.nimbusds.jose.jwk.JWKSet;
import dev.authmock.it.nodes.Attempt.Outcome;
import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.Pkce;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Mints codes of each grant, in turn. */
final class Mint {
  private static final String AUTHORIZATION_CODES = "/mock/authorization-codes";
  private static final String PRE_AUTHORIZED_CODES = "/mock/pre-authorized-codes";

  private final Sender sender;
  private final Wallet wallet;
  private final Pkce pkce = Pkce.generate();

  /** Mints for holder wallets, and for a service wallet that it registers at this node. */
  Mint(Sender sender, Node node) {
    this.sender = sender;
    this.wallet = wallet("https://issuer.example/auth");
    Attempt registered = sender.json(node, RawHttp.REGISTER, metadata(wallet));
    if (!registered.is(Outcome.DONE)) {
      throw new AssertionError("not registered: " + registered);
    }
  }

  /** A service wallet that is still to be registered. */
  static Wallet wallet(String clientId) {
    return new Wallet(
        clientId, Keys.ec("key-1"), Node.BASE_URL + RawHttp.AUTH_MOCK, Clock.systemUTC());
  }

  /** What it registers with. */
  static String metadata(Wallet wallet) {
    return Json.write(Map.of(
        "client_id",
        wallet.clientId(),
        "jwks",
        new JWKSet(wallet.key().toPublicJWK()).toJSONObject()));
  }

  /** Orders a code at this node; the number says of which kind. */
  Optional<Code> order(Node node, int number, Books books) {
    return switch (number % 4) {
      case 0 -> preAuthorized(node, books, false);
      case 1 -> preAuthorized(node, books, true);
      case 2 -> holder(node, books);
      default -> service(node, wallet, books);
    };
  }

  private Optional<Code> preAuthorized(Node node, Books books, boolean pin) {
    Map<String, Object> order = Map.of("client_id", Codes.HOLDER, "user_pin_required", pin);
    return mint(node, books, PRE_AUTHORIZED_CODES, order, "pre-authorized_code").map(code -> {
      Form form = Form.ofPreAuthorizedCode(code);
      String request = (pin ? form.with("user_pin", Codes.DERIVED_PIN) : form).encoded();
      return new Code(pin ? "pre-authorized with PIN" : "pre-authorized", () -> request);
    });
  }

  private Optional<Code> holder(Node node, Books books) {
    Map<String, Object> order =
        Map.of("client_id", Codes.HOLDER, "code_challenge", pkce.challenge());
    return mint(node, books, AUTHORIZATION_CODES, order, "code").map(code -> {
      String request = Form.ofHolderWallet(Codes.HOLDER, code, pkce.verifier()).encoded();
      return new Code("PKCE", () -> request);
    });
  }

  /** A code for this service wallet; each attempt has an assertion of its own. */
  Optional<Code> service(Node node, Wallet wallet, Books books) {
    Map<String, Object> order = Map.of("client_id", wallet.clientId());
    return mint(node, books, AUTHORIZATION_CODES, order, "code").map(code -> {
      Supplier<String> request = () -> wallet.form(code).encoded();
      return new Code("assertion", request);
    });
  }

  private Optional<String> mint(
      Node node, Books books, String path, Map<String, Object> order, String member) {
    Attempt attempt = sender.json(node, path, Json.write(order));
    books.noteOther(attempt);
    return attempt.is(Outcome.DONE)
        ? Optional.of(Json.read(attempt.body()).get(member).asText())
        : Optional.empty();
  }
}
