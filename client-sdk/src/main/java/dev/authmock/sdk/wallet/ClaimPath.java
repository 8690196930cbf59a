package dev.authmock.sdk.wallet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A JSONPath of names and indices, such as {@code $.vc.type} or {@code $['vc'].type[0]}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9535#section-2.7">RFC 9535, section 2.7</a>
 */
final class ClaimPath {

  private static final Pattern STEP = Pattern.compile(
      "\\.(?<name>[A-Za-z0-9_@-]+)|\\[(?:'(?<quoted>[^']*)'|(?<index>[0-9]{1,9}))\\]");

  private final List<Object> steps;

  private ClaimPath(List<Object> steps) {
    this.steps = steps;
  }

  static ClaimPath parse(String path) {
    Matcher step = STEP.matcher(path);
    List<Object> steps = new ArrayList<>();
    int end = 1;
    while (step.find() && step.start() == end) {
      steps.add(step(step));
      end = step.end();
    }
    VerificationException.require(
        path.startsWith("$") && end == path.length(),
        "a path of names and indices is all that this wallet can follow");
    return new ClaimPath(steps);
  }

  private static Object step(Matcher step) {
    if (step.group("index") != null) {
      return Integer.valueOf(step.group("index"));
    }
    return step.group("name") == null ? step.group("quoted") : step.group("name");
  }

  /** Where it leads, or a missing node. */
  JsonNode of(JsonNode root) {
    JsonNode node = root;
    for (Object step : steps) {
      node = step instanceof Integer index ? node.path(index) : node.path((String) step);
    }
    return node;
  }
}
