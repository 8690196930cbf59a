package dev.authmock.sdk.wallet;

import dev.authmock.sdk.conformance.model.CredentialRequest;
import dev.authmock.sdk.conformance.model.CredentialRequestProof;
import java.util.List;

/**
 * A JWT by which a wallet shows at the credential endpoint that it has the key of its DID.
 *
 * @param serialized the JWT; a secret while its nonce is unused, which {@link #toString()} hides
 * @see <a href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html">
 *     OpenID4VCI draft 11, section 7.2.1</a>
 */
public record ProofOfPossession(String serialized) {

  /** The {@code typ} of the JWT. */
  public static final String TYPE = "openid4vci-proof+jwt";

  /** The {@code format} of the credential that is asked for. */
  private static final String FORMAT = "jwt_vc";

  /**
   * Signs a proof, issued now.
   *
   * @param identity who the wallet is
   * @param issuer the {@code client_id} of the token request
   * @param audience the URL of the credential issuer
   * @param nonce the {@code c_nonce} of the token response, or of the last credential response
   * @return the signed proof
   */
  public static ProofOfPossession sign(
      WalletIdentity identity, String issuer, String audience, String nonce) {
    return builder(identity, issuer, audience, nonce).sign();
  }

  /**
   * A proof that was made elsewhere, say, a faulty one that is to be refused.
   *
   * @param serialized the JWT to send, as it stands
   * @return the proof
   */
  public static ProofOfPossession of(String serialized) {
    return new ProofOfPossession(serialized);
  }

  /**
   * Starts a proof that differs from what {@link #sign(WalletIdentity, String, String, String)}
   * makes.
   *
   * @param identity who the wallet is
   * @param issuer the {@code client_id} of the token request
   * @param audience the URL of the credential issuer
   * @param nonce the {@code c_nonce}
   * @return a builder, with {@code iss}, {@code aud} and {@code nonce} as given
   */
  public static JwtBuilder<ProofOfPossession> builder(
      WalletIdentity identity, String issuer, String audience, String nonce) {
    return new JwtBuilder<>(TYPE, identity.kid(), identity.key(), ProofOfPossession::new)
        .claim("iss", issuer)
        .claim("aud", audience)
        .claim("nonce", nonce);
  }

  /**
   * The request for a credential, in the format {@code jwt_vc}, with this proof.
   *
   * @param types the types of the credential, as the offer or the issuer's metadata list them
   * @return the request, which may be changed
   */
  public CredentialRequest toRequest(List<String> types) {
    return new CredentialRequest()
        .format(FORMAT)
        .types(types)
        .proof(new CredentialRequestProof().proofType("jwt").jwt(serialized));
  }

  /** Tells what this is, and not the JWT. */
  @Override
  public String toString() {
    return "ProofOfPossession[hidden]";
  }
}
