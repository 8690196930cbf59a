package dev.authmock.it.credential;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.it.support.Assertion.Signer;
import dev.authmock.it.support.Json;
import dev.authmock.it.support.jwks.Signers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** A JWT that was signed by somebody, to be put together in another way. */
final class TakenApart {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

  private final Map<String, Object> header;
  private final Map<String, Object> claims;
  private final String signature;

  private TakenApart(Map<String, Object> header, Map<String, Object> claims, String signature) {
    this.header = header;
    this.claims = claims;
    this.signature = signature;
  }

  static TakenApart of(String jwt) {
    String[] parts = jwt.split("\\.", -1);
    return new TakenApart(
        new LinkedHashMap<>(Json.object(decoded(parts[0]))),
        new LinkedHashMap<>(Json.object(decoded(parts[1]))),
        parts[2]);
  }

  /** Puts another value into a member of the header; null leaves it out. */
  TakenApart header(String name, Object value) {
    return put(header, name, value);
  }

  /** Puts another value into a claim; null leaves it out. */
  TakenApart claim(String name, Object value) {
    return put(claims, name, value);
  }

  /** What it claims. */
  Map<String, Object> claims() {
    return claims;
  }

  /** The bytes of the signature that it had. */
  byte[] signature() {
    return DECODER.decode(signature);
  }

  /** With the signature that it had. */
  String asItWasSigned() {
    return input() + "." + signature;
  }

  /** With that for its signature. */
  String with(byte[] otherSignature) {
    return input() + "." + BASE64.encodeToString(otherSignature);
  }

  /** Signed anew. */
  String signedBy(ECKey key) {
    return signedBy(Signers.es256(key));
  }

  /** Signed anew. */
  String signedBy(Signer signer) {
    try {
      return with(signer.sign(input().getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private TakenApart put(Map<String, Object> members, String name, Object value) {
    if (value == null) {
      members.remove(name);
    } else {
      members.put(name, value);
    }
    return this;
  }

  private String input() {
    return encoded(header) + "." + encoded(claims);
  }

  private static String encoded(Map<String, Object> json) {
    return BASE64.encodeToString(Json.write(json).getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String part) {
    return new String(DECODER.decode(part), StandardCharsets.UTF_8);
  }
}
