package dev.authmock.it.support;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.sdk.ClientAssertion;
import java.time.Clock;

/**
 * A service wallet that can prove itself.
 *
 * @param clientId its registered URL
 * @param key its private key; the public half is registered
 * @param audience the issuer URL of the service
 * @param clock the time of its assertions
 */
public record Wallet(String clientId, ECKey key, String audience, Clock clock) {

  /** A fresh, good assertion. */
  public ClientAssertion assertion() {
    return ClientAssertion.builder(clientId, audience, key).clock(clock).sign();
  }

  /** An assertion in the making, to be made worse. */
  public Assertion rawAssertion() {
    return Assertion.of(this);
  }

  /** The token request of this wallet with a fresh assertion. */
  public Form form(String code) {
    return Form.ofServiceWallet(clientId, code, assertion().serialized());
  }

  /** The same wallet, signing with another key. */
  public Wallet signingWith(ECKey other) {
    return new Wallet(clientId, other, audience, clock);
  }
}
