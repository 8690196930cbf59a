package dev.authmock.jose;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code authmock.crypto-provider} may say: the fastest that works, or a certain one. */
public enum ProviderChoice {
  AUTO,
  ACCP,
  CONSCRYPT,
  JDK;

  /** The choice of that name, in whatever case. */
  public static ProviderChoice named(String name) {
    return Arrays.stream(values())
        .filter(choice -> choice.toString().equals(name.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new CryptoProviderException("authmock.crypto-provider is none of "
            + Arrays.stream(values())
                .map(ProviderChoice::toString)
                .collect(Collectors.joining(", "))));
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
