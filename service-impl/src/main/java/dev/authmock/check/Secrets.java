package dev.authmock.check;

import java.util.Set;
import java.util.regex.Pattern;

/** Which members of requests, answers and JWTs are secrets, and how they are shown all the same. */
public final class Secrets {
  private static final Set<String> NAMES = Set.of(
      // What can be redeemed, once or more often
      "code",
      "pre-authorized_code",
      "user_pin",
      "code_verifier",
      "issuer_state",
      "state",
      "nonce",
      "c_nonce",
      // What is a token
      "access_token",
      "acceptance_token",
      "assertion",
      "client_assertion",
      "client_secret",
      "id_token",
      "id_token_hint",
      "password",
      "refresh_token",
      "registration_access_token",
      "request",
      "verifiableCredential",
      "vp_token",
      // What a JWK has if it is a private one
      "d",
      "dp",
      "dq",
      "k",
      "oth",
      "p",
      "q",
      "qi");

  /** Three parts, of which the first begins like the base64url of a JSON object. */
  private static final Pattern JWT =
      Pattern.compile("(?<![A-Za-z0-9_-])e[wy][A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]++");

  private Secrets() {}

  /** Whether the value of a member with this name is a secret. */
  public static boolean isSecret(String name) {
    return NAMES.contains(name);
  }

  /** The value of a member as it may be shown: of a secret its fingerprint, else itself, shortened. */
  public static String show(String name, String value) {
    return isSecret(name) ? Fingerprint.of(value) : Difference.shorten(withoutJwts(value));
  }

  /** A text in which fingerprints stand for whole JWTs. */
  public static String withoutJwts(String text) {
    return JWT.matcher(text).replaceAll(jwt -> "(" + Fingerprint.of(jwt.group()) + ")");
  }
}
