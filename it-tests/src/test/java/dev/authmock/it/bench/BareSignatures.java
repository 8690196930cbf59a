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
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** What the signatures of a token request alone cost, with the same code and crypto provider. */
final class BareSignatures {
  private static final Map<String, Object> CLAIMS =
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
    this.signed = signer.sign(CLAIMS);
    this.provider = crypto.name();
  }

  String provider() {
    return provider;
  }

  /**
   * Rounds of that many signatures and verifications, per second of CPU time; on two threads, for a
   * core whose neighbour works too, as it does under load, is a little slower.
   */
  double perCpuSecond(int signatures, int verifications, int rounds) throws Exception {
    Callable<Double> loop = () -> {
      run(signatures, verifications, rounds / 4);
      long start = cpuNanos();
      run(signatures, verifications, rounds);
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

  private void run(int signatures, int verifications, int rounds) throws Exception {
    for (int round = 0; round < rounds; round++) {
      for (int i = 0; i < signatures; i++) {
        if (signer.sign(CLAIMS).isEmpty()) {
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
