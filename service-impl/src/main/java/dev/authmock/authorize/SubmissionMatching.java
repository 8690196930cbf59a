package dev.authmock.authorize;

import dev.authmock.check.Difference;
import dev.authmock.check.DirectPostCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.credential.IssuerIdentity;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;

/**
 * Whether the credentials of a presentation are what was asked for.
 *
 * @see <a
 *     href="https://identity.foundation/presentation-exchange/spec/v2.0.0/#input-evaluation">DIF
 *     Presentation Exchange 2.0, Input Evaluation</a>
 */
@Singleton
class SubmissionMatching {
  private final IssuerIdentity issuer;

  SubmissionMatching(IssuerIdentity issuer) {
    this.issuer = issuer;
  }

  void require(
      PresentationSubmission submission,
      List<PresentedCredential> credentials,
      Evaluation evaluation) {
    Optional<Integer> beyond = submission.indices().values().stream()
        .filter(index -> index >= credentials.size())
        .findFirst();
    evaluation.require(
        DirectPostCheck.SUBMISSION_PATH,
        beyond.isEmpty(),
        () -> new Difference(
            "a place in a list of " + credentials.size(), "place " + beyond.orElse(0)));
    Map<InputDescriptor, PresentedCredential> matched = new LinkedHashMap<>();
    for (InputDescriptor descriptor : submission.definition().descriptors()) {
      int index = submission.indices().getOrDefault(descriptor.id(), 0);
      matched.put(descriptor, credentials.get(index));
    }
    requireConstraints(matched, evaluation);
    if (submission.definition().ofOwnIssuer()) {
      requireOwn(matched, evaluation);
    }
  }

  private static void requireConstraints(
      Map<InputDescriptor, PresentedCredential> matched, Evaluation evaluation) {
    Optional<InputDescriptor> unmet = matched.entrySet().stream()
        .filter(match -> !match.getKey().isMetBy(match.getValue().claims()))
        .map(Entry::getKey)
        .findFirst();
    evaluation.require(
        DirectPostCheck.SUBMISSION_CONSTRAINTS,
        unmet.isEmpty(),
        () -> new Difference(
            unmet
                .map(descriptor -> descriptor.id() + " to be a " + descriptor.credentialType())
                .orElse(""),
            "a credential of other types"));
  }

  private void requireOwn(
      Map<InputDescriptor, PresentedCredential> matched, Evaluation evaluation) {
    Optional<String> other = matched.values().stream()
        .map(PresentedCredential::issuer)
        .filter(did -> !did.equals(issuer.did()))
        .findFirst();
    evaluation.require(
        DirectPostCheck.SUBMISSION_ISSUER,
        other.isEmpty(),
        () -> Difference.of(Difference.show(issuer.did()), other.orElse(null)));
  }
}
