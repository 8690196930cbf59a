package dev.authmock.authorize;

import dev.authmock.check.Check;
import dev.authmock.check.Difference;
import dev.authmock.check.DirectPostCheck;
import dev.authmock.check.Evaluation;
import dev.authmock.json.JsonMembers;
import dev.authmock.json.JsonObjects;
import dev.authmock.json.Member;
import dev.authmock.json.NotJsonException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a wallet says of which credential of its presentation is for which input descriptor.
 *
 * @param definition the presentation definition that it is for
 * @param indices the place of the credential for each input descriptor
 * @see <a
 *     href="https://identity.foundation/presentation-exchange/spec/v2.0.0/#presentation-submission">DIF
 *     Presentation Exchange 2.0, Presentation Submission</a>
 */
record PresentationSubmission(PresentationDefinition definition, Map<String, Integer> indices) {

  /** Applies the rules of its form, down to the paths. */
  static PresentationSubmission require(
      @Nullable String sent, PresentationDefinition definition, Evaluation evaluation) {
    String text = evaluation.requirePresent(
        DirectPostCheck.SUBMISSION_PRESENT, sent, "presentation_submission");
    Map<String, ? extends @Nullable Object> submission = object(text, evaluation);
    Member<String> id = JsonMembers.string(submission, "id");
    evaluation.require(
        DirectPostCheck.SUBMISSION_ID, id.isPresent(), () -> Difference.of("a string", id));
    Member<String> definitionId = JsonMembers.string(submission, "definition_id");
    evaluation.require(
        DirectPostCheck.SUBMISSION_DEFINITION,
        definitionId.is(definition.id()),
        () -> Difference.of(Difference.show(definition.id()), definitionId));
    List<SubmittedDescriptor> descriptors =
        descriptors(submission.get("descriptor_map"), definition, evaluation);
    requireEach(
        DirectPostCheck.SUBMISSION_FORMAT,
        descriptors,
        SubmittedDescriptor::hasFormats,
        PresentationDefinition.JWT_VP + ", with a path_nested of " + PresentationDefinition.JWT_VC,
        evaluation);
    requireEach(
        DirectPostCheck.SUBMISSION_PATH,
        descriptors,
        descriptor -> descriptor.index().isPresent(),
        "$, with a path_nested of $.vp.verifiableCredential[0] or another of its places",
        evaluation);
    return new PresentationSubmission(
        definition,
        descriptors.stream()
            .collect(Collectors.toMap(
                SubmittedDescriptor::id, descriptor -> descriptor.index().orElseThrow())));
  }

  private static Map<String, ? extends @Nullable Object> object(
      String text, Evaluation evaluation) {
    try {
      Map<String, ? extends @Nullable Object> object = JsonObjects.parse(text);
      evaluation.pass(DirectPostCheck.SUBMISSION_JSON);
      return object;
    } catch (NotJsonException e) {
      throw evaluation.refuse(
          DirectPostCheck.SUBMISSION_JSON,
          new Difference("a JSON object", "something that " + e.predicate()));
    }
  }

  private static List<SubmittedDescriptor> descriptors(
      @Nullable Object map, PresentationDefinition definition, Evaluation evaluation) {
    List<?> elements = map instanceof List<?> list ? list : List.of();
    List<SubmittedDescriptor> descriptors =
        elements.stream().flatMap(SubmittedDescriptor::read).toList();
    List<String> missing = definition.descriptors().stream()
        .map(InputDescriptor::id)
        .filter(
            id -> descriptors.stream().noneMatch(descriptor -> descriptor.id().equals(id)))
        .toList();
    int wanted = definition.descriptors().size();
    evaluation.require(
        DirectPostCheck.SUBMISSION_MAP,
        missing.isEmpty() && elements.size() == wanted,
        () -> new Difference(
            wanted + " elements, one for each input descriptor",
            elements.size() + " elements" + (missing.isEmpty() ? "" : ", none for " + missing)));
    return descriptors;
  }

  private static void requireEach(
      Check check,
      List<SubmittedDescriptor> descriptors,
      Predicate<SubmittedDescriptor> rule,
      String expected,
      Evaluation evaluation) {
    Optional<SubmittedDescriptor> wrong =
        descriptors.stream().filter(rule.negate()).findFirst();
    evaluation.require(
        check,
        wrong.isEmpty(),
        () -> Difference.of(expected, wrong.map(SubmittedDescriptor::shown).orElse(null)));
  }
}
