package dev.authmock.it.support;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what a request must not get back: codes, PINs, verifiers, assertions, tokens. */
final class Secrets {
  private static final Set<String> PARAMETERS =
      Set.of("code", "pre-authorized_code", "user_pin", "code_verifier", "client_assertion");
  private static final int GUESSABLE = 12;

  /** A shorter one is found in any text. */
  private static final int PIN = 4;

  private Secrets() {}

  /** The secrets in the form and in the Authorization header of a request. */
  static Set<String> of(Exchange exchange) {
    Set<String> secrets = new LinkedHashSet<>();
    exchange.requestHeader("authorization").ifPresent(value -> {
      int space = value.indexOf(' ');
      if (space > 0) {
        secrets.add(value.substring(space + 1));
      }
    });
    if (exchange.requestHeader("content-type").filter(RawHttp.FORM::equals).isPresent()) {
      try {
        Form.decode(exchange.requestText()).forEach(pair -> add(secrets, pair));
      } catch (IllegalArgumentException e) {
        // A body that can't be decoded: the test names its secrets itself.
        return secrets;
      }
    }
    secrets.removeIf(secret -> secret.length() < PIN);
    return secrets;
  }

  private static void add(Set<String> secrets, Map.Entry<String, String> pair) {
    if (!PARAMETERS.contains(pair.getKey())) {
      return;
    }
    secrets.add(pair.getValue());
    if (pair.getKey().equals("client_assertion") && pair.getValue().length() < 10_000) {
      // Its payload and its signature are not to be seen either.
      for (String part : pair.getValue().split("\\.", -1)) {
        if (part.length() > GUESSABLE) {
          secrets.add(part);
        }
      }
    }
  }

  /** Whether a secret stands in a text; a short one by itself, so that no longer number hides it. */
  static boolean isIn(String text, String secret) {
    return secret.length() > GUESSABLE
        ? text.contains(secret)
        : Pattern.compile("(?<![0-9A-Za-z.])" + Pattern.quote(secret) + "(?![0-9A-Za-z])")
            .matcher(text)
            .find();
  }
}
