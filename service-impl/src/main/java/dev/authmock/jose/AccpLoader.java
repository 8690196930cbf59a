package dev.authmock.jose;

import java.security.Provider;
import org.jspecify.annotations.Nullable;

/**
 * Loads the Amazon Corretto Crypto Provider, which tells of a failure only when it is asked.
 *
 * <p>By reflection, since its jar is there only on the platforms that it has native code for.
 *
 * @see <a href="https://github.com/corretto/amazon-corretto-crypto-provider">ACCP</a>
 */
final class AccpLoader {

  private static final String CLASS =
      "com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider";

  private AccpLoader() {}

  static LoadedProvider load() throws ReflectiveOperationException {
    Provider accp = (Provider) Class.forName(CLASS).getField("INSTANCE").get(null);
    if (ask(accp, "getLoadingError") instanceof Throwable loadingError) {
      throw new IllegalStateException(loadingError);
    }
    String selfTests = String.valueOf(ask(accp, "runSelfTests"));
    if (!"PASSED".equals(selfTests)) {
      throw new IllegalStateException("its self tests ended as " + selfTests);
    }
    return new LoadedProvider(accp.getName() + " " + accp.getVersionStr(), accp);
  }

  private static @Nullable Object ask(Provider accp, String method)
      throws ReflectiveOperationException {
    return accp.getClass().getMethod(method).invoke(accp);
  }
}
