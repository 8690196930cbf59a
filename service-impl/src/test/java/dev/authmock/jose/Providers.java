package dev.authmock.jose;

import java.util.ArrayList;
import java.util.List;

/** The crypto providers that work on the machine of the test, fastest first. */
final class Providers {

  private static final List<CryptoProvider> LOADED = load();

  private Providers() {}

  static List<CryptoProvider> thatLoadHere() {
    return LOADED;
  }

  static CryptoProvider any() {
    return LOADED.get(0);
  }

  private static List<CryptoProvider> load() {
    List<CryptoProvider> loaded = new ArrayList<>();
    for (ProviderChoice choice :
        List.of(ProviderChoice.ACCP, ProviderChoice.CONSCRYPT, ProviderChoice.JDK)) {
      try {
        loaded.add(CryptoProvider.load(choice));
      } catch (CryptoProviderException e) {
        // Not for this platform.
      }
    }
    return loaded;
  }
}
