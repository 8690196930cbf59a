package dev.authmock.authorize;

import dev.authmock.api.conformance.model.DirectPostForm;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A wallet's answer as it came: no parameter repeated, none empty.
 *
 * @param state state
 * @param idToken id_token
 * @param vpToken vp_token
 * @param submission presentation_submission
 * @param error error
 * @param errorDescription error_description
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-ID2.html#section-6">OpenID4VP,
 *     section 6</a>
 */
record WalletAnswer(
    @Nullable String state,
    @Nullable String idToken,
    @Nullable String vpToken,
    @Nullable String submission,
    @Nullable String error,
    @Nullable String errorDescription) {

  static WalletAnswer of(DirectPostForm form) {
    return new WalletAnswer(
        form.getState(),
        form.getIdToken(),
        form.getVpToken(),
        form.getPresentationSubmission(),
        form.getError(),
        form.getErrorDescription());
  }

  /** How many answers there are in it. */
  long answers() {
    return Stream.of(idToken, vpToken, error).filter(answer -> answer != null).count();
  }

  /** Notes what came, secrets as fingerprints. */
  void noteOn(Evaluation evaluation) {
    note(evaluation, "state", state, Fingerprint::of);
    note(evaluation, "id_token", idToken, Fingerprint::of);
    note(evaluation, "vp_token", vpToken, Fingerprint::of);
    note(evaluation, "presentation_submission", submission, Difference::shorten);
    note(evaluation, "error", error, Difference::shorten);
    note(evaluation, "error_description", errorDescription, Difference::shorten);
  }

  private static void note(
      Evaluation evaluation, String name, @Nullable String value, UnaryOperator<String> shown) {
    if (value != null) {
      evaluation.note(name, shown.apply(value));
    }
  }

  /** Says nothing of the secrets. */
  @Override
  public String toString() {
    return "WalletAnswer";
  }
}
