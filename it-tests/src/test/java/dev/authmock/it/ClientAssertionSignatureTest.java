package dev.authmock.it;

import static org.junit.jupiter.api.Named.named;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Assertion;
import dev.authmock.it.support.Assertion.Signer;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.jwks.AssertionTest;
import dev.authmock.it.support.jwks.RawJws;
import dev.authmock.it.support.jwks.Signers;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The signature of a client assertion.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.4">RFC 7518, section 3.4</a>
 */
class ClientAssertionSignatureTest extends AssertionTest {
  private static final String SIGNATURE = "client_assertion.signature";

  @Test
  void a_good_assertion_authenticates() {
    assertAccepted(wallet.rawAssertion());
  }

  @Test
  void the_signature_of_another_key_does_not_authenticate() {
    assertUnauthorized(wallet.rawAssertion().signedBy(Keys.ec("key-1")), SIGNATURE);
  }

  @Test
  void the_signature_of_another_client_does_not_authenticate() {
    assertUnauthorized(wallet.rawAssertion().signedBy(clients.register().key()), SIGNATURE);
  }

  @ParameterizedTest
  @MethodSource
  void a_signature_of_another_form_does_not_authenticate(Function<ECKey, Signer> signer) {
    assertUnauthorized(wallet.rawAssertion().signedBy(signer.apply(wallet.key())), SIGNATURE);
  }

  static Stream<Named<Function<ECKey, Signer>>>
      a_signature_of_another_form_does_not_authenticate() {
    return Stream.of(
        named("none at all", key -> Signers.constant()),
        named("one byte", key -> Signers.constant((byte) 1)),
        named("cut by a byte", key -> Signers.resized(Signers.es256(key), 63)),
        named("cut by half", key -> Signers.resized(Signers.es256(key), 32)),
        named("longer by a byte", key -> Signers.resized(Signers.es256(key), 65)),
        named("as long as that of ES384", key -> Signers.resized(Signers.es256(key), 96)),
        named("of 10,000 bytes", key -> Signers.resized(Signers.es256(key), 10_000)),
        named("in DER", Signers::der),
        named("r is zero", key -> Signers.zeroed(Signers.es256(key), 0, 32)),
        named("s is zero", key -> Signers.zeroed(Signers.es256(key), 32, 64)),
        named("r and s are zero", key -> Signers.constant(new byte[64])),
        named("r and s are the order of the curve", key -> Signers.constant(order())),
        named("r and s are as big as can be", key -> Signers.constant(filled((byte) 0xff))));
  }

  @Test
  void a_claim_that_was_changed_after_signing_does_not_authenticate() {
    Assertion signed = wallet.rawAssertion();
    Assertion changed = wallet.rawAssertion().claim("exp", clock.instant().plusSeconds(301));
    assertUnauthorized(
        RawJws.part(signed, 0) + "." + RawJws.part(changed, 1) + "." + RawJws.part(signed, 2),
        SIGNATURE);
  }

  @Test
  void a_header_that_was_changed_after_signing_does_not_authenticate() {
    Assertion signed = wallet.rawAssertion();
    Assertion changed = wallet.rawAssertion().header("typ", "jwt");
    assertUnauthorized(
        RawJws.part(changed, 0) + "." + RawJws.part(signed, 1) + "." + RawJws.part(signed, 2),
        SIGNATURE);
  }

  private static byte[] order() {
    BigInteger order = Curve.P_256.toECParameterSpec().getOrder();
    byte[] bytes = order.toByteArray();
    byte[] both = new byte[64];
    System.arraycopy(bytes, bytes.length - 32, both, 0, 32);
    System.arraycopy(bytes, bytes.length - 32, both, 32, 32);
    return both;
  }

  private static byte[] filled(byte value) {
    byte[] bytes = new byte[64];
    Arrays.fill(bytes, value);
    return bytes;
  }
}
