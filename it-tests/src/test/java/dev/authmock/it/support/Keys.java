package dev.authmock.it.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;

/** Keys of clients. */
public final class Keys {
  private Keys() {}

  /** A fresh P-256 key with this kid. */
  public static ECKey ec(String kid) {
    return ec(Curve.P_256, kid);
  }

  /** A fresh key on a curve with this kid. */
  public static ECKey ec(Curve curve, String kid) {
    try {
      return new ECKeyGenerator(curve).keyID(kid).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
