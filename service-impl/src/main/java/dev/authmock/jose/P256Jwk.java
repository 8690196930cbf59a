package dev.authmock.jose;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.util.Base64URL;
import dev.authmock.jose.InvalidJwksException.Reason;
import dev.authmock.json.JsonMembers;
import dev.authmock.json.Member;
import java.math.BigInteger;
import java.security.spec.ECFieldFp;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JWK of a public key on P-256, more strictly than nimbus does.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-6.2">RFC 7518 §6.2</a>
 */
public final class P256Jwk {

  private static final List<String> PRIVATE_MEMBERS =
      List.of("d", "p", "q", "dp", "dq", "qi", "oth", "k");

  // RFC 7518 §6.2.1.2: a coordinate has the full size of the curve, 32 octets; the last of the 43
  // characters has two bits to spare, which are zero.
  private static final Pattern COORDINATE = Pattern.compile("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]");

  private static final BigInteger FIELD =
      ((ECFieldFp) Curve.P_256.toECParameterSpec().getCurve().getField()).getP();

  private P256Jwk() {}

  /** Whether the JWK has a member that only private or symmetric keys have. */
  public static boolean hasPrivateMember(Map<String, ? extends @Nullable Object> jwk) {
    return PRIVATE_MEMBERS.stream().anyMatch(jwk::containsKey);
  }

  /** Whether the JWK says of itself that it is an EC key on P-256. */
  public static boolean isP256(Map<String, ? extends @Nullable Object> jwk) {
    return "EC".equals(jwk.get("kty")) && "P-256".equals(jwk.get("crv"));
  }

  /** Whether the JWK may verify ES256, for all that it says of its own use. */
  public static boolean isForSignatures(Map<String, ? extends @Nullable Object> jwk) {
    boolean use = !jwk.containsKey("use") || "sig".equals(jwk.get("use"));
    boolean algorithm = !jwk.containsKey("alg") || SignedJwt.ES256.equals(jwk.get("alg"));
    boolean operations =
        !(jwk.get("key_ops") instanceof List<?> allowed) || allowed.contains("verify");
    return use && algorithm && operations;
  }

  /** The key with its {@code kid}, if it has one. */
  public static ECKey read(Map<String, ? extends @Nullable Object> jwk)
      throws InvalidJwksException {
    if (hasPrivateMember(jwk)) {
      throw new InvalidJwksException(
          Reason.CONTAINS_PRIVATE_KEY, "a key has private members; only public keys may be given");
    }
    if (!isP256(jwk)) {
      throw malformed("a key is not of kty EC and crv P-256");
    }
    Member<String> kid = JsonMembers.string(jwk, "kid");
    if (kid.isMalformed()) {
      throw malformed("the kid of a key is not a string");
    }
    try {
      ECKey.Builder key =
          new ECKey.Builder(Curve.P_256, coordinate(jwk, "x"), coordinate(jwk, "y"));
      kid.value().ifPresent(key::keyID);
      return key.build();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw malformed("x and y of a P-256 key are not a point of the curve");
    }
  }

  private static Base64URL coordinate(Map<String, ? extends @Nullable Object> jwk, String name)
      throws InvalidJwksException {
    String text = JsonMembers.string(jwk, name).value().orElse("");
    if (!COORDINATE.matcher(text).matches()) {
      throw malformed(name + " of a P-256 key is not 32 octets as 43 characters of base64url");
    }
    Base64URL coordinate = new Base64URL(text);
    // Not every provider looks: without this, a point could be written in two ways.
    if (coordinate.decodeToBigInteger().compareTo(FIELD) >= 0) {
      throw malformed(name + " of a P-256 key is beyond the field of the curve");
    }
    return coordinate;
  }

  private static InvalidJwksException malformed(String message) {
    return new InvalidJwksException(Reason.KEY_MALFORMED, message);
  }
}
