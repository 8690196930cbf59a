package dev.authmock.did;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.ProviderChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** DID documents of one legal entity, as a registry of did:ebsi has them. */
final class DidDocuments {

  static final String DID = "did:ebsi:zfEmvX5twhXjQJiCWsukvQA";
  static final String KEY_1 = DID + "#keys-1";
  static final String KEY_2 = DID + "#keys-2";
  static final CryptoProvider CRYPTO = CryptoProvider.load(ProviderChoice.JDK);

  private DidDocuments() {}

  /** A document with one key that is for everything. */
  static Map<String, Object> of(ECKey key) {
    return of(List.of(method(KEY_1, key)), List.of(KEY_1), List.of(KEY_1));
  }

  static Map<String, Object> of(List<?> methods, List<?> authentication, List<?> assertionMethod) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("@context", List.of("https://www.w3.org/ns/did/v1"));
    document.put("id", DID);
    document.put("controller", List.of(DID));
    document.put("verificationMethod", methods);
    document.put("authentication", authentication);
    document.put("assertionMethod", assertionMethod);
    return document;
  }

  static Map<String, Object> method(String id, ECKey key) {
    return method(id, key.toPublicJWK().toJSONObject());
  }

  static Map<String, Object> method(String id, Map<String, Object> jwk) {
    return Map.of("id", id, "type", "JsonWebKey2020", "controller", DID, "publicKeyJwk", jwk);
  }

  static String json(Map<String, Object> document) {
    return JSONObjectUtils.toJSONString(document);
  }

  static ECKey key() {
    try {
      return new ECKeyGenerator(Curve.P_256).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
