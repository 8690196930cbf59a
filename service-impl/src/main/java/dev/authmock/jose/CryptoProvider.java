package dev.authmock.jose;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Provider;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * The JCA provider that does all ES256 of this process, without being installed in the JVM.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.4">RFC 7518 §3.4, ES256</a>
 */
public final class CryptoProvider {

  private final CompletableFuture<LoadedProvider> loading;

  private CryptoProvider(CompletableFuture<LoadedProvider> loading) {
    this.loading = loading;
  }

  /** Loads the provider now. */
  public static CryptoProvider load(ProviderChoice choice) {
    return new CryptoProvider(
        CompletableFuture.completedFuture(ProviderCandidates.firstThatWorks(choice)));
  }

  /** Loads the provider beside the caller, who waits on the first use if it must. */
  public static CryptoProvider loadInBackground(ProviderChoice choice) {
    Function<Runnable, Thread> daemon = task -> {
      Thread thread = new Thread(task, "crypto-provider");
      thread.setDaemon(true);
      return thread;
    };
    return new CryptoProvider(CompletableFuture.supplyAsync(
        () -> ProviderCandidates.firstThatWorks(choice),
        task -> daemon.apply(task).start()));
  }

  /** Name and version for people, such as "AmazonCorrettoCryptoProvider 2.5.0". */
  public String name() {
    return loaded().name();
  }

  /** The provider, for nimbus' {@code getJCAContext().setProvider}. */
  public Provider jca() {
    return loaded().jca();
  }

  /** That key as an object of this provider, which works a lot faster with keys of its own. */
  public ECPublicKey translate(ECPublicKey key) {
    try {
      return (ECPublicKey) keyFactory().translateKey(key);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new CryptoProviderException(name() + " does not take this public key");
    }
  }

  /** That key as an object of this provider, which works a lot faster with keys of its own. */
  public ECPrivateKey translate(ECPrivateKey key) {
    try {
      return (ECPrivateKey) keyFactory().translateKey(key);
    } catch (GeneralSecurityException | RuntimeException e) {
      // Without the cause: its message may have parts of the key.
      throw new CryptoProviderException(name() + " does not take this private key");
    }
  }

  private KeyFactory keyFactory() throws GeneralSecurityException {
    return KeyFactory.getInstance("EC", jca());
  }

  private LoadedProvider loaded() {
    try {
      return loading.join();
    } catch (CompletionException | CancellationException e) {
      if (e.getCause() instanceof CryptoProviderException known) {
        throw known;
      }
      throw new CryptoProviderException("No crypto provider could be loaded", e);
    }
  }
}
