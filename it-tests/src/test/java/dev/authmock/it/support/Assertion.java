package dev.authmock.it.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.ECKey;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A JWT put together by hand: any header, any claims, any signature. */
public final class Assertion {
  private final Map<String, Object> header = new LinkedHashMap<>();
  private final Map<String, Object> claims = new LinkedHashMap<>();
  private Signer signer;

  /** Signs the bytes of header and claims. */
  @FunctionalInterface
  public interface Signer {
    byte[] sign(byte[] input) throws GeneralSecurityException;
  }

  /** A good assertion of this wallet, until it is changed. */
  public static Assertion of(Wallet wallet) {
    Assertion assertion = new Assertion();
    Instant now = wallet.clock().instant();
    assertion.signer = es256(wallet.key());
    assertion.header.put("typ", "JWT");
    assertion.header.put("alg", "ES256");
    assertion.header.put("kid", wallet.key().getKeyID());
    assertion.claims.put("iss", wallet.clientId());
    assertion.claims.put("sub", wallet.clientId());
    assertion.claims.put("aud", wallet.audience());
    assertion.claims.put("iat", now.getEpochSecond());
    assertion.claims.put("exp", now.getEpochSecond() + 300);
    assertion.claims.put("jti", UUID.randomUUID().toString());
    return assertion;
  }

  /** A JWT that is there, until it is changed; whatever is changed, it is signed anew with this key. */
  public static Assertion of(String serialized, ECKey key) {
    String[] parts = serialized.split("\\.", -1);
    Assertion jwt = new Assertion();
    jwt.signer = es256(key);
    jwt.header.putAll(Json.object(text(parts[0])));
    jwt.claims.putAll(Json.object(text(parts[1])));
    return jwt;
  }

  /** A JWT with nothing in it but the algorithm and the kid. */
  public static Assertion signedBy(String kid, ECKey key) {
    Assertion jwt = new Assertion();
    jwt.signer = es256(key);
    return jwt.header("typ", "JWT").header("alg", "ES256").header("kid", kid);
  }

  /** Puts a member into the header; null leaves it out. */
  public Assertion header(String name, Object value) {
    return put(header, name, value);
  }

  /** Puts a claim; an Instant becomes seconds since 1970, null leaves it out. */
  public Assertion claim(String name, Object value) {
    return put(claims, name, value instanceof Instant at ? (Object) at.getEpochSecond() : value);
  }

  /** Signs with another key, whose kid is not put into the header. */
  public Assertion signedBy(ECKey key) {
    return signedBy(es256(key));
  }

  /** Signs in another way; give out no bytes for no signature. */
  public Assertion signedBy(Signer other) {
    this.signer = other;
    return this;
  }

  /** The assertion as it is sent. */
  public String serialized() {
    String input = base64(Json.write(header).getBytes(StandardCharsets.UTF_8))
        + "."
        + base64(Json.write(claims).getBytes(StandardCharsets.UTF_8));
    try {
      return input + "." + base64(signer.sign(input.getBytes(StandardCharsets.US_ASCII)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Assertion put(Map<String, Object> members, String name, Object value) {
    if (value == null) {
      members.remove(name);
    } else {
      members.put(name, value);
    }
    return this;
  }

  private static Signer es256(ECKey key) {
    return input -> {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      try {
        signature.initSign(key.toECPrivateKey());
      } catch (JOSEException e) {
        throw new GeneralSecurityException(e);
      }
      signature.update(input);
      return signature.sign();
    };
  }

  private static String text(String base64) {
    return new String(Base64.getUrlDecoder().decode(base64), StandardCharsets.UTF_8);
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
