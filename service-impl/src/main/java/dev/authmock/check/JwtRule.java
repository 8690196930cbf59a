package dev.authmock.check;

import static dev.authmock.check.Reference.rfc;

import org.jspecify.annotations.Nullable;

/** A rule that many kinds of JWT share; {@link JwtChecks} makes it the check of one kind. */
public enum JwtRule {
  JWT("jwt", "The %s must be a signed JWT."),
  ALG("alg", "The alg of the %s must be ES256.", rfc(7515, "4.1.1")),
  TYP("typ", "The typ of the %s must be %s.", rfc(7515, "4.1.9")),
  /** For kinds that need no typ, in place of {@link #TYP}. */
  TYP_IF_ANY("typ", "The typ of the %s, when present, must be %s.", rfc(8725, "3.11")),
  CRIT(
      "crit",
      "The crit of the %s must not name an extension that this server does not know.",
      rfc(7515, "4.1.11")),
  HEADER_KEY(
      "header_key",
      "The header of the %s must not bring a key or lead to one; keys come from %s.",
      rfc(8725, "3.10")),
  KID("kid", "The header of the %s must name its key by a kid.", rfc(7515, "4.1.4")),
  KEY_KNOWN("key_known", "The kid of the %s must be that of an ES256 key of %s."),
  KEY_UNIQUE("key_unique", "The kid of the %s must name one key only.", rfc(7517, "4.5")),
  SIGNATURE("signature", "The signature of the %s must verify with %s's key."),
  ISS("iss", "The iss of the %s must be %s."),
  SUB("sub", "The sub of the %s must be %s."),
  AUD("aud", "The aud of the %s must be or contain %s."),
  EXP("exp", "The %s must have an exp, in seconds since 1970."),
  NOT_EXPIRED(
      "not_expired", "The exp of the %s must not be past, 60 seconds of clock skew allowed."),
  /** For kinds that need no exp, in place of {@link #EXP} and {@link #NOT_EXPIRED}. */
  NOT_EXPIRED_IF_ANY(
      "not_expired",
      "The exp of the %s, when present, must not be past, 60 seconds of clock skew allowed."),
  IAT(
      "iat",
      "The iat of the %s, when present, must not be in the future, 60 seconds of clock skew"
          + " allowed."),
  /** For kinds that must have an iat, in place of {@link #IAT}. */
  IAT_REQUIRED(
      "iat",
      "The %s must have an iat that is not in the future, 60 seconds of clock skew allowed."),
  NBF(
      "nbf",
      "The nbf of the %s, when present, must not be in the future, 60 seconds of clock skew"
          + " allowed."),
  NONCE("nonce", "The nonce of the %s must be %s."),
  JTI("jti", "The jti of the %s, when present, must be a string that %s has not used before.");

  private final String id;
  private final String template;
  private final @Nullable Reference reference;

  JwtRule(String id, String template) {
    this(id, template, null);
  }

  JwtRule(String id, String template, @Nullable Reference reference) {
    this.id = id;
    this.template = template;
    this.reference = reference;
  }

  /** The end of the check's id; of a rule on one header parameter or claim, its name. */
  public String id() {
    return id;
  }

  /** The rule in one line, for JWTs that are called so. */
  String statement(String jwt, String detail) {
    return template.formatted(jwt, detail);
  }

  /** The section that the rule is from, where that is the same for every kind of JWT. */
  Reference referenceOr(Reference ofKind) {
    return reference == null ? ofKind : reference;
  }
}
