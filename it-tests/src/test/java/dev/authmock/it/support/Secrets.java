package dev.authmock.it.support;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds what a request must not get back: codes, PINs, verifiers, states, nonces, assertions, tokens. */
final class Secrets {
  private static final Set<String> JWTS =
      Set.of("client_assertion", "id_token", "vp_token", "request");
  private static final Set<String> PARAMETERS = Set.of(
      "code", "pre-authorized_code", "user_pin", "code_verifier", "state", "nonce", "issuer_state");
  private static final int GUESSABLE = 12;

  /** A shorter one is found in any text. */
  private static final int PIN = 4;

  private Secrets() {}

  /** The secrets in the form, in the query and in the Authorization header of a request. */
  static Set<String> of(Exchange exchange) {
    Set<String> secrets = new LinkedHashSet<>();
    exchange.requestHeader("authorization").ifPresent(value -> {
      int space = value.indexOf(' ');
      if (space > 0) {
        addJwt(secrets, value.substring(space + 1));
      }
    });
    addAll(secrets, String.valueOf(exchange.uri().getRawQuery()));
    if (exchange.requestHeader("content-type").filter(RawHttp.FORM::equals).isPresent()) {
      addAll(secrets, exchange.requestText());
    }
    secrets.removeIf(secret -> secret.length() < PIN);
    return secrets;
  }

  private static void addAll(Set<String> secrets, String encoded) {
    try {
      Form.decode(encoded).forEach(pair -> add(secrets, pair.getKey(), pair.getValue()));
    } catch (IllegalArgumentException e) {
      // What can't be decoded: the test names its secrets itself.
      return;
    }
  }

  private static void add(Set<String> secrets, String name, String value) {
    if (JWTS.contains(name)) {
      addJwt(secrets, value);
    } else if (PARAMETERS.contains(name)) {
      secrets.add(value);
    }
  }

  /** Its payload and its signature are not to be seen either. */
  private static void addJwt(Set<String> secrets, String jwt) {
    secrets.add(jwt);
    if (jwt.length() < 10_000) {
      for (String part : jwt.split("\\.", -1)) {
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
