package dev.authmock.it.bench;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
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
 * What the signatures of a token request alone cost, with the same code and crypto provider: of the
 * claims of the tokens that were answered, and of an assertion.
 */
final class BareSignatures {
  private static final Map<String, Object> ASSERTION =
      Map.of("iss", "https://issuer.example", "sub", "did:key:z6Mk", "iat", 1795000000L);

  private final JwtSigner signer;
  private final VerificationKey key;
  private final String signed;
  private final String provider;

  BareSignatures() throws Exception {
    CryptoProvider crypto = CryptoProvider.load(ProviderChoice.AUTO);
    SigningKeys keys = SigningKeys.generate(new SecureRandom());
    ECKey publicKey = keys.publicKey();
    this.signer = new JwtSigner(keys, crypto);
    this.key = VerificationKey.of((ECKey) JWK.parse(publicKey.toJSONObject()), crypto);
    this.signed = signer.sign(ASSERTION);
    this.provider = crypto.name();
  }

  String provider() {
    return provider;
  }

  /**
   * Rounds of signing those tokens anew, and of that many verifications, per second of CPU time; on
   * two threads, for a core whose neighbour works too, as it does under load, is a little slower.
   */
  double perCpuSecond(List<String> tokens, int verifications, int rounds) throws Exception {
    List<Map<String, @Nullable Object>> claims = new ArrayList<>();
    for (String token : tokens) {
      claims.add(SignedJwt.parse(token).claims());
    }
    Callable<Double> loop = () -> {
      run(claims, verifications, rounds / 4);
      long start = cpuNanos();
      run(claims, verifications, rounds);
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

  private void run(List<Map<String, @Nullable Object>> tokens, int verifications, int rounds)
      throws Exception {
    for (int round = 0; round < rounds; round++) {
      for (Map<String, @Nullable Object> claims : tokens) {
        if (signer.sign(claims).isEmpty()) {
          throw new IllegalStateException("no signature");
        }
      }
      for (int i = 0; i < verifications; i++) {
        if (!SignedJwt.parse(signed).verifiedBy(key)) {
          throw new IllegalStateException("a signature that does not verify");
        }
      }
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
