package dev.authmock.authorize;

import dev.authmock.check.Difference;
import dev.authmock.check.DirectPostCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.credential.IssuerIdentity;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

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
  private final List<String> trustedIssuers;

  SubmissionMatching(IssuerIdentity issuer, AuthorizeConfiguration configuration) {
    this.issuer = issuer;
    this.trustedIssuers = configuration.getTrustedIssuers();
  }

  /** Applies the rule that the submission names credentials that are there. */
  static void requirePlaces(PresentationSubmission submission, int count, Evaluation evaluation) {
    Optional<Integer> beyond =
        submission.indices().values().stream().filter(index -> index >= count).findFirst();
    evaluation.require(
        DirectPostCheck.SUBMISSION_PATH,
        beyond.isEmpty(),
        () -> new Difference("a place in a list of " + count, "place " + beyond.orElse(0)));
  }

  /**
   * Applies the rules of the definition.
   *
   * @param credentials those that the submission names, by their places
   */
  void require(
      PresentationSubmission submission,
      Map<Integer, PresentedCredential> credentials,
      Evaluation evaluation) {
    Map<InputDescriptor, PresentedCredential> matched = new LinkedHashMap<>();
    for (InputDescriptor descriptor : submission.definition().descriptors()) {
      int index = submission.indices().getOrDefault(descriptor.id(), 0);
      matched.put(descriptor, Objects.requireNonNull(credentials.get(index)));
    }
    requireConstraints(matched, evaluation);
    requireIssuers(submission.definition(), matched, evaluation);
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

  private void requireIssuers(
      PresentationDefinition definition,
      Map<InputDescriptor, PresentedCredential> matched,
      Evaluation evaluation) {
    Set<String> accepted = new LinkedHashSet<>(List.of(issuer.did()));
    if (!definition.ofOwnIssuer()) {
      accepted.addAll(trustedIssuers);
    }
    Optional<String> other = matched.values().stream()
        .map(PresentedCredential::issuer)
        .filter(did -> !accepted.contains(did))
        .findFirst();
    evaluation.require(
        DirectPostCheck.SUBMISSION_ISSUER,
        other.isEmpty(),
        () -> Difference.of(Difference.shorten(String.join(" or ", accepted)), other.orElse(null)));
  }
}
