package dev.authmock.did;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.util.Arrays;

/**
 * A point on P-256 as its x and one bit of its y, from which the whole y follows.
 *
 * @see <a href="https://www.secg.org/sec1-v2.pdf">SEC 1, sections 2.3.3 and 2.3.4</a>
 */
final class CompressedPoint {

  private static final ECParameterSpec P256 = Curve.P_256.toECParameterSpec();
  private static final BigInteger P = ((ECFieldFp) P256.getCurve().getField()).getP();
  private static final int SIZE = 33;

  private CompressedPoint() {}

  static byte[] encode(ECKey key) {
    byte[] x = key.getX().decode();
    byte[] point = new byte[SIZE];
    System.arraycopy(x, 0, point, SIZE - x.length, x.length);
    point[0] = (byte) (key.getY().decodeToBigInteger().testBit(0) ? 3 : 2);
    return point;
  }

  static ECKey decode(byte[] point) throws InvalidDidException {
    if (point.length != SIZE || (point[0] != 2 && point[0] != 3)) {
      throw new InvalidDidException("its P-256 key is not 33 bytes that begin with 02 or 03");
    }
    BigInteger x = new BigInteger(1, Arrays.copyOfRange(point, 1, SIZE));
    BigInteger square = square(x);
    // P is 3 modulo 4, so this power is a square root, if there is one.
    BigInteger root = square.modPow(P.add(BigInteger.ONE).shiftRight(2), P);
    if (x.compareTo(P) >= 0 || !root.multiply(root).mod(P).equals(square)) {
      throw new InvalidDidException("its P-256 key is not a point of the curve");
    }
    BigInteger y = root.testBit(0) == (point[0] == 3) ? root : P.subtract(root);
    return new ECKey.Builder(Curve.P_256, coordinate(x), coordinate(y)).build();
  }

  /** y² = x³ + ax + b. */
  private static BigInteger square(BigInteger x) {
    return x.pow(3)
        .add(P256.getCurve().getA().multiply(x))
        .add(P256.getCurve().getB())
        .mod(P);
  }

  private static Base64URL coordinate(BigInteger value) {
    return ECKey.encodeCoordinate(256, value);
  }
}
