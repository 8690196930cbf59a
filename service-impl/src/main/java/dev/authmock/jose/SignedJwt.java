package dev.authmock.jose;

import com.nimbusds.jose.util.Base64URL;
import dev.authmock.json.JsonMembers;
import dev.authmock.json.Member;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JWT that somebody else signed, taken apart so that each of its rules can be asked by itself.
 *
 * <p>Nothing is trusted before {@link #verifiedBy} said so, and that checks the signature alone:
 * the header and the claims are the caller's.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-7.2">RFC 7519 §7.2</a>
 */
public final class SignedJwt {

  /** The one algorithm that is verified. */
  public static final String ES256 = "ES256";

  /**
   * The bytes of an ES256 signature.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.4">RFC 7518 §3.4</a>
   */
  public static final int ES256_LENGTH = 64;

  /** What a sequence begins with in DER. */
  private static final byte DER_SEQUENCE = 0x30;

  private static final List<String> KEYS_IN_HEADER = List.of("jwk", "jku", "x5u", "x5c");

  private final Map<String, @Nullable Object> header;
  private final Map<String, @Nullable Object> claims;
  private final byte[] signingInput;
  private final Base64URL signature;

  private SignedJwt(CompactParts parts) throws MalformedJwtException {
    this.header = Collections.unmodifiableMap(parts.headerObject());
    this.claims = Collections.unmodifiableMap(parts.payloadObject());
    this.signingInput = parts.signingInput();
    this.signature = new Base64URL(parts.signature());
  }

  /** Takes a compact JWS apart; its algorithm, keys and claims may still be anything. */
  public static SignedJwt parse(String compact) throws MalformedJwtException {
    return new SignedJwt(CompactParts.of(compact));
  }

  /** The header as it was sent; a JSON null is a null. */
  public Map<String, @Nullable Object> header() {
    return header;
  }

  /** The claims as they were sent; a JSON null is a null. */
  public Map<String, @Nullable Object> claims() {
    return claims;
  }

  /** {@code alg}, which may be anything, "none" too. */
  public Member<String> algorithm() {
    return JsonMembers.string(header, "alg");
  }

  /** {@code kid}. */
  public Member<String> keyId() {
    return JsonMembers.string(header, "kid");
  }

  /** {@code typ}. */
  public Member<String> type() {
    return JsonMembers.string(header, "typ");
  }

  /** Which header parameters offer or point to a key, which a verifier must not take from there. */
  public List<String> keysOffered() {
    return KEYS_IN_HEADER.stream().filter(header::containsKey).toList();
  }

  /**
   * {@code crit}: as no extension is understood here, only its absence is acceptable.
   *
   * @see <a href="https://www.rfc-editor.org/rfc/rfc7515#section-4.1.11">RFC 7515 §4.1.11</a>
   */
  public Member<List<String>> critical() {
    return JsonMembers.strings(header, "crit");
  }

  /** A claim that should be a string, such as {@code iss}. */
  public Member<String> string(String claim) {
    return JsonMembers.string(claims, claim);
  }

  /** {@code aud}, of which one string and a list of strings mean the same. */
  public Member<List<String>> audience() {
    return JsonMembers.stringOrStrings(claims, "aud");
  }

  /** A claim that should be a NumericDate, such as {@code exp}. */
  public Member<Instant> date(String claim) {
    return JsonMembers.numericDate(claims, claim);
  }

  /** How many bytes the signature has. */
  public int signatureLength() {
    return signature.decode().length;
  }

  /** Whether the signature is a pair of integers in DER, as it is outside of JOSE. */
  public boolean isSignatureDer() {
    byte[] bytes = signature.decode();
    return bytes.length > 2 && bytes[0] == DER_SEQUENCE && bytes[1] == bytes.length - 2;
  }

  /** Whether this is an ES256 signature of that key, and nothing in {@code crit} is left open. */
  public boolean verifiedBy(VerificationKey key) {
    return algorithm().is(ES256) && critical().isAbsent() && key.verifies(signingInput, signature);
  }
}
