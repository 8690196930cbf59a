package dev.authmock.jose;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;

/** Takes what the JVM has: SunEC where there is one, else whoever signs with ECDSA. */
final class JdkLoader {

  private JdkLoader() {}

  static LoadedProvider load() throws GeneralSecurityException {
    Provider sunEc = Security.getProvider("SunEC");
    Provider jdk =
        sunEc != null ? sunEc : Signature.getInstance("SHA256withECDSA").getProvider();
    return new LoadedProvider(jdk.getName() + " " + Runtime.version().feature(), jdk);
  }
}
