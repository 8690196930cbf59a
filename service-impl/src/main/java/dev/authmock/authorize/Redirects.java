package dev.authmock.authorize;

import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.client.RedirectLocation;
import dev.authmock.grant.PendingAuthorization;
import dev.authmock.problem.ErrorDescription;
import dev.authmock.server.ServerUrls;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the client gets the answer to its authorization request.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2">RFC 6749, section 4.1.2</a>
 */
@Singleton
class Redirects {
  private final ServerUrls urls;

  Redirects(ServerUrls urls) {
    this.urls = urls;
  }

  /** With the code. */
  String withCode(PendingAuthorization pending, String code) {
    return to(pending.redirectUri(), pending.state(), Map.of("code", code));
  }

  /** With what the request broke. */
  String withError(
      String redirectUri, @Nullable String state, RefusedException refused, Evaluation evaluation) {
    evaluation.record(refused);
    String error = refused.check().error().getValue();
    return to(redirectUri, state, error(error, refused.description(), evaluation));
  }

  /** With what the wallet said in place of an answer. */
  String withErrorOfWallet(
      PendingAuthorization pending, String error, String description, Evaluation evaluation) {
    return to(pending.redirectUri(), pending.state(), error(error, description, evaluation));
  }

  /** The error_uri leads to the record of all rules. */
  private Map<String, String> error(String error, String description, Evaluation evaluation) {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("error", error);
    parameters.put("error_description", ErrorDescription.of(description));
    parameters.put("error_uri", urls.journalEntry(evaluation.id()));
    return parameters;
  }

  private static String to(
      String redirectUri, @Nullable String state, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    if (state != null) {
      all.put("state", state);
    }
    return RedirectLocation.of(redirectUri, all);
  }
}
