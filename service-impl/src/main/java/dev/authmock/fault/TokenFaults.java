package dev.authmock.fault;

import dev.authmock.api.control.model.FaultKind;
import dev.authmock.jose.JwtSigner;
import dev.authmock.jose.MalformedJwtException;
import dev.authmock.jose.PublishedKeys;
import dev.authmock.jose.SignedJwt;
import dev.authmock.server.Base64Url;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The faults in JWTs that this server signed. */
@Singleton
class TokenFaults {
  private static final int THUMBPRINT_BYTES = 32;
  private static final int LOW_BYTE_OF_R = 20;
  private static final long PAST_SECONDS = Duration.ofHours(1).toSeconds();

  private final JwtSigner signer;
  private final PublishedKeys keys;
  private final SecureRandom random;
  private final Clock clock;

  TokenFaults(JwtSigner signer, PublishedKeys keys, SecureRandom random, Clock clock) {
    this.signer = signer;
    this.keys = keys;
    this.random = random;
    this.clock = clock;
  }

  /**
   * Whether this server signed it. An answer may have what a client said of itself; that is never
   * signed here.
   */
  boolean isOurs(CharSequence text) {
    try {
      return AnswerMembers.isJwt(text) && keys.signed(SignedJwt.parse(text.toString()));
    } catch (MalformedJwtException e) {
      return false;
    }
  }

  /** What a fault of that kind makes of a JWT that is ours. */
  UnaryOperator<String> of(FaultKind kind) {
    return switch (kind) {
      case BROKEN_SIGNATURE -> this::brokenSignature;
      case WRONG_KID -> this::wrongKid;
      default -> this::expired;
    };
  }

  /** Still of the right length, and with r and s in range: a library has to verify it to see. */
  private String brokenSignature(String jwt) {
    int start = jwt.lastIndexOf('.') + 1;
    byte[] signature = Base64Url.decode(jwt.substring(start));
    signature[LOW_BYTE_OF_R] ^= 1;
    return jwt.substring(0, start) + Base64Url.of(signature);
  }

  /** Named as a key that nobody has; signed well. */
  private String wrongKid(String jwt) {
    byte[] thumbprint = new byte[THUMBPRINT_BYTES];
    random.nextBytes(thumbprint);
    String kid = Base64Url.of(thumbprint);
    return signer.withKeyId(kid).sign(parse(jwt).claims());
  }

  /** As if it had been signed so long ago that its whole lifetime has passed, and an hour more. */
  private String expired(String jwt) {
    SignedJwt parsed = parse(jwt);
    Map<String, @Nullable Object> claims = new LinkedHashMap<>(parsed.claims());
    long past = clock.instant().getEpochSecond() - PAST_SECONDS;
    long shift = claims.get("exp") instanceof Number exp ? exp.longValue() - past : 0;
    claims.put("exp", past);
    for (String earlier : List.of("iat", "nbf")) {
      if (claims.get(earlier) instanceof Number time) {
        claims.put(earlier, Math.min(time.longValue() - shift, past));
      }
    }
    String kid = String.valueOf(parsed.header().get("kid"));
    return signer.withKeyId(kid).sign(claims);
  }

  private static SignedJwt parse(String jwt) {
    try {
      return SignedJwt.parse(jwt);
    } catch (MalformedJwtException e) {
      throw new IllegalStateException("what this server signed is no JWT", e);
    }
  }
}
