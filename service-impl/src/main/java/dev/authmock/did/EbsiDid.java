package dev.authmock.did;

import com.apicatalog.multibase.Multibase;

/**
 * A did:ebsi of version 1, of a legal entity: its key is not in it, but in a registry.
 *
 * @param did the DID, of which nothing could break out of a URL's path
 * @see <a href="https://hub.ebsi.eu/vc-framework/did/legal-entities">DID method for legal
 *     entities</a>
 */
record EbsiDid(String did) {

  private static final String PREFIX = "did:ebsi:";
  private static final int VERSION = 1;

  /** The version, then 16 bytes that are the entity's own. */
  private static final int SIZE = 17;

  /** That many bytes have at most 24 digits in base58, after the sign of the base. */
  private static final int MAX_LENGTH = 25;

  static EbsiDid parse(String did) throws InvalidDidException {
    if (!did.startsWith(PREFIX)) {
      throw new InvalidDidException("it is not a did:ebsi");
    }
    byte[] bytes = decode(did.substring(PREFIX.length()));
    if (bytes.length == 0 || bytes[0] != VERSION) {
      throw new InvalidDidException(
          "its version is not 1, the one of legal entities; natural persons have a did:key");
    }
    if (bytes.length != SIZE) {
      throw new InvalidDidException("it does not have 16 bytes after its version");
    }
    return new EbsiDid(did);
  }

  private static byte[] decode(String identifier) throws InvalidDidException {
    if (!Multibase.BASE_58_BTC.isEncoded(identifier)) {
      throw new InvalidDidException(
          "what follows did:ebsi: does not begin with z, the sign of base58btc");
    }
    if (identifier.length() > MAX_LENGTH) {
      throw new InvalidDidException("it is longer than a version and 16 bytes are in base58btc");
    }
    try {
      return Multibase.BASE_58_BTC.decode(identifier);
    } catch (IllegalArgumentException e) {
      throw new InvalidDidException("it has characters that base58btc does not have");
    }
  }
}
