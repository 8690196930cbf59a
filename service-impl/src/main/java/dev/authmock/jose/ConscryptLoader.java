package dev.authmock.jose;

import org.conscrypt.Conscrypt;

/**
 * Loads Conscrypt, which has native code for more systems than ACCP, Windows among them.
 *
 * @see <a href="https://github.com/google/conscrypt">Conscrypt</a>
 */
final class ConscryptLoader {

  private ConscryptLoader() {}

  static LoadedProvider load() {
    Conscrypt.checkAvailability();
    Conscrypt.Version version = Conscrypt.version();
    return new LoadedProvider(
        "Conscrypt %d.%d.%d".formatted(version.major(), version.minor(), version.patch()),
        Conscrypt.newProvider());
  }
}
