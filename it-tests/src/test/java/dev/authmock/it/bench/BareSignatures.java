package dev.authmock.it.bench;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.JwtSigner;
import dev.authmock.jose.ProviderChoice;
import dev.authmock.jose.SignedJwt;
import dev.authmock.jose.SigningKeys;
import dev.authmock.jose.VerificationKey;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * What the signatures of a token request alone cost, with the same code and crypto provider: those of
 * the tokens that were answered, and that of the assertion that was sent. Claims are written to be
 * signed, and read to be verified; nothing else is done with them.
 */
final class BareSignatures {
  private final CryptoProvider crypto;
  private final JwtSigner signer;

  BareSignatures() throws Exception {
    this.crypto = CryptoProvider.load(ProviderChoice.AUTO);
    this.signer = new JwtSigner(SigningKeys.generate(new SecureRandom()), crypto);
  }

  String provider() {
    return crypto.name();
  }

  /**
   * Rounds of signing those tokens anew, and of verifying those assertions, per second of CPU time; on
   * two threads, for a core whose neighbour works too, as it does under load, is a little slower.
   *
   * @param client the key that the assertions are verified with
   */
  double perCpuSecond(List<String> tokens, List<String> assertions, ECKey client, int rounds)
      throws Exception {
    VerificationKey key = VerificationKey.of(client, crypto);
    List<Map<String, @Nullable Object>> claims = new ArrayList<>();
    for (String token : tokens) {
      claims.add(SignedJwt.parse(token).claims());
    }
    Callable<Double> loop = () -> {
      run(claims, assertions, key, rounds / 4);
      long start = cpuNanos();
      run(claims, assertions, key, rounds);
      return rounds * 1e9 / (cpuNanos() - start);
    };
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      double sum = 0;
      for (Future<Double> rate : threads.invokeAll(List.of(loop, loop))) {
        sum += rate.get();
      }
      return sum / 2;
    } finally {
      threads.shutdown();
    }
  }

  private void run(
      List<Map<String, @Nullable Object>> tokens,
      List<String> assertions,
      VerificationKey key,
      int rounds)
      throws Exception {
    for (int round = 0; round < rounds; round++) {
      for (Map<String, @Nullable Object> claims : tokens) {
        if (signer.sign(claims).isEmpty()) {
          throw new IllegalStateException("no signature");
        }
      }
      for (String assertion : assertions) {
        if (!SignedJwt.parse(assertion).verifiedBy(key)) {
          throw new IllegalStateException("a signature that does not verify");
        }
      }
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
