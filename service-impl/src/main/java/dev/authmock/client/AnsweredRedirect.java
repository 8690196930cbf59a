package dev.authmock.client;

import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Secrets;
import dev.authmock.server.ServerUrls;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Tells the journal where a redirect leads, and what goes there. */
public final class AnsweredRedirect {
  private static final String REQUEST = "request";

  /** What was added to the target stands at the end; its own query may be long. */
  private static final int MAX_PARAMETERS = 40;

  private AnsweredRedirect() {}

  /** Notes the target and its parameters: secrets as fingerprints, a request to a wallet as a JWT. */
  public static void noteOn(Evaluation evaluation, String location) {
    int query = location.indexOf('?');
    String target = query < 0 ? location : location.substring(0, query);
    evaluation.noteAnswer("location", Difference.shorten(Secrets.withoutJwts(target)));
    if (query >= 0) {
      List<String> parameters = List.of(location.substring(query + 1).split("&"));
      int shown = Math.min(parameters.size(), MAX_PARAMETERS);
      parameters
          .subList(parameters.size() - shown, parameters.size())
          .forEach(parameter -> note(evaluation, parameter));
    }
  }

  private static void note(Evaluation evaluation, String parameter) {
    int end = parameter.indexOf('=');
    if (end < 0) {
      return;
    }
    String name = decoded(parameter.substring(0, end));
    String value = decoded(parameter.substring(end + 1));
    if (name.equals(REQUEST)) {
      evaluation.noteAnswerJwt(name, value);
    } else {
      evaluation.noteAnswer(
          Difference.shorten(name), Secrets.show(name, ServerUrls.withoutSecrets(value)));
    }
  }

  /** What the target had in its query before may be encoded in any way. */
  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
