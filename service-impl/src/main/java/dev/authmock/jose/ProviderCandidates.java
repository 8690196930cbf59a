package dev.authmock.jose;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The providers worth trying, fastest first, and the choice of the first that really works. */
final class ProviderCandidates {

  private static final Logger LOG = LoggerFactory.getLogger(ProviderCandidates.class);

  private static final List<Candidate> FASTEST_FIRST = List.of(
      new Candidate(ProviderChoice.ACCP, AccpLoader::load),
      new Candidate(ProviderChoice.CONSCRYPT, ConscryptLoader::load),
      new Candidate(ProviderChoice.JDK, JdkLoader::load));

  private record Candidate(ProviderChoice choice, Callable<LoadedProvider> loader) {}

  private ProviderCandidates() {}

  static LoadedProvider firstThatWorks(ProviderChoice wanted) {
    List<String> failures = new ArrayList<>();
    for (Candidate candidate : FASTEST_FIRST) {
      if (wanted == ProviderChoice.AUTO || wanted == candidate.choice()) {
        try {
          LoadedProvider loaded = candidate.loader().call();
          ProviderSelfTest.run(loaded.jca());
          return loaded;
        } catch (Exception | LinkageError e) {
          // A missing jar, a jar of another platform, a temp folder that forbids execution: each
          // fails in its own way, some of them only when a class is linked.
          LOG.debug("Crypto provider {} does not work here", candidate.choice(), e);
          failures.add(candidate.choice() + ": " + oneLine(e));
        }
      }
    }
    throw new CryptoProviderException(
        "authmock.crypto-provider is " + wanted + ", which does not work here: " + failures);
  }

  private static String oneLine(Throwable failure) {
    String text = failure.toString();
    return text.lines().findFirst().orElse(text);
  }
}
