package dev.authmock.did;

import dev.authmock.did.DidResolutionException.Reason;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.VerificationKey;
import dev.authmock.json.JsonMembers;
import dev.authmock.json.JsonObjects;
import dev.authmock.json.NotJsonException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The verification methods of a DID, and which of them is for what.
 *
 * @see <a href="https://www.w3.org/TR/did-1.0/#verification-methods">DID Core §5.2</a>
 */
final class DidDocument {

  private static final int MAX_METHODS = 100;

  private final String did;
  private final CryptoProvider crypto;
  private final Map<String, VerificationMethod> methods = new HashMap<>();
  private final Map<VerificationRelationship, Set<String>> uses =
      new EnumMap<>(VerificationRelationship.class);

  private DidDocument(String did, CryptoProvider crypto) {
    this.did = did;
    this.crypto = crypto;
  }

  /** Reads the document of that DID. */
  static DidDocument parse(String did, String json, CryptoProvider crypto)
      throws DidResolutionException {
    Map<String, @Nullable Object> members;
    try {
      members = JsonObjects.parse(json);
    } catch (NotJsonException e) {
      throw malformed("the DID document " + e.predicate());
    }
    if (!JsonMembers.string(members, "id").is(did)) {
      throw malformed("the id of the DID document is not the DID");
    }
    DidDocument document = new DidDocument(did, crypto);
    document.readMethods(members);
    for (VerificationRelationship relationship : VerificationRelationship.values()) {
      document.readUses(members, relationship);
    }
    return document;
  }

  /** The key of the verification method with that absolute id. */
  VerificationKey key(String id, VerificationRelationship relationship)
      throws DidResolutionException {
    VerificationMethod method = methods.get(id);
    if (method == null) {
      throw new DidResolutionException(
          Reason.NO_SUCH_METHOD, "the DID document has no verification method of this id");
    }
    if (!uses.getOrDefault(relationship, Set.of()).contains(id)) {
      throw new DidResolutionException(
          Reason.NOT_FOR_RELATIONSHIP,
          "the DID document does not list this verification method under "
              + relationship.property());
    }
    return method.key();
  }

  private void readMethods(Map<String, @Nullable Object> members) throws DidResolutionException {
    for (Object element : array(members, "verificationMethod")) {
      add(element, "verificationMethod");
    }
  }

  /** Each element refers to a verification method, or is one that is for nothing else. */
  private void readUses(
      Map<String, @Nullable Object> members, VerificationRelationship relationship)
      throws DidResolutionException {
    Set<String> ids = new HashSet<>();
    for (Object element : array(members, relationship.property())) {
      ids.add(
          element instanceof String reference
              ? absolute(reference)
              : add(element, relationship.property()));
    }
    uses.put(relationship, ids);
  }

  private String add(Object element, String property) throws DidResolutionException {
    if (!(element instanceof Map<?, ?> method) || !(method.get("id") instanceof String text)) {
      throw malformed(property + " of the DID document has an element without an id");
    }
    String id = absolute(text);
    if (methods.size() >= MAX_METHODS) {
      throw malformed("the DID document has more than " + MAX_METHODS + " verification methods");
    }
    if (methods.put(id, VerificationMethod.read(id, method.get("publicKeyJwk"), crypto)) != null) {
      throw malformed("the DID document has two verification methods of one id");
    }
    return id;
  }

  private String absolute(String id) {
    return id.startsWith("#") ? did + id : id;
  }

  private static List<?> array(Map<String, @Nullable Object> members, String name)
      throws DidResolutionException {
    if (!members.containsKey(name)) {
      return List.of();
    }
    if (members.get(name) instanceof List<?> list) {
      return list;
    }
    throw malformed(name + " of the DID document is not an array");
  }

  private static DidResolutionException malformed(String message) {
    return new DidResolutionException(Reason.DOCUMENT_MALFORMED, message);
  }
}
