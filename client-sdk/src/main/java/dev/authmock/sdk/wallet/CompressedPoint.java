package dev.authmock.sdk.wallet;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;

/**
 * A point of P-256 by its x coordinate and the sign of the other.
 *
 * @see <a href="https://www.secg.org/sec1-v2.pdf">SEC 1, sections 2.3.3 and 2.3.4</a>
 */
final class CompressedPoint {

  private static final int LENGTH = 33;
  private static final byte EVEN = 2;
  private static final byte ODD = 3;

  private static final ECParameterSpec SPEC = Curve.P_256.toECParameterSpec();
  private static final BigInteger P = ((ECFieldFp) SPEC.getCurve().getField()).getP();

  private CompressedPoint() {}

  static byte[] of(ECKey key) {
    byte[] x = ECKey.encodeCoordinate(256, key.getX().decodeToBigInteger()).decode();
    byte[] bytes = new byte[LENGTH];
    bytes[0] = key.getY().decodeToBigInteger().testBit(0) ? ODD : EVEN;
    System.arraycopy(x, 0, bytes, 1, x.length);
    return bytes;
  }

  static ECKey parse(byte[] bytes) {
    if (bytes.length != LENGTH || (bytes[0] != EVEN && bytes[0] != ODD)) {
      throw new IllegalArgumentException("not a compressed point of P-256");
    }
    byte[] x = Arrays.copyOfRange(bytes, 1, LENGTH);
    BigInteger y = y(new BigInteger(1, x));
    if (y.testBit(0) != (bytes[0] == ODD)) {
      y = P.subtract(y);
    }
    try {
      return new ECKey.Builder(Curve.P_256, Base64URL.encode(x), ECKey.encodeCoordinate(256, y))
          .build();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new IllegalArgumentException("a point that is not on the curve P-256", e);
    }
  }

  /** The root of x³ + ax + b; of a prime that is 3 modulo 4, a power gives it. */
  private static BigInteger y(BigInteger x) {
    BigInteger square = x.pow(3)
        .add(SPEC.getCurve().getA().multiply(x))
        .add(SPEC.getCurve().getB())
        .mod(P);
    return square.modPow(P.add(BigInteger.ONE).shiftRight(2), P);
  }
}
