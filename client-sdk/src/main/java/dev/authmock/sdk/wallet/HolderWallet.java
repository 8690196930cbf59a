package dev.authmock.sdk.wallet;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.AuthorizationCodeGrant;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.AuthorizationResponse;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.conformance.model.TokenResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The wallet of a natural person, whose {@code client_id} is its {@code did:key}: it takes offers,
 * proves itself by PKCE and an ID token or a presentation, and is issued credentials.
 *
 * <p>{@link #obtainCredential(String)} runs a whole flow; see {@link Wallet} for the steps.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html">
 *     OpenID4VCI draft 11, section 3</a>
 */
public final class HolderWallet extends Wallet {

  HolderWallet(HolderWalletBuilder builder, WalletIdentity identity) {
    super(builder, identity);
  }

  /**
   * A wallet with a fresh key.
   *
   * @param client the Auth Mock that it deals with
   * @return a wallet that nobody has had before
   */
  public static HolderWallet create(AuthMockClient client) {
    return builder(client).build();
  }

  /**
   * A wallet with a key of one's own.
   *
   * @param client the Auth Mock that it deals with
   * @param key its private P-256 key
   * @return the wallet
   * @throws IllegalArgumentException if the key has no private part, or is not on the curve P-256
   */
  public static HolderWallet of(AuthMockClient client, ECKey key) {
    return builder(client).key(key).build();
  }

  /**
   * Starts a wallet.
   *
   * @param client the Auth Mock that it deals with
   * @return a builder with all settings as they are by default
   */
  public static HolderWalletBuilder builder(AuthMockClient client) {
    return new HolderWalletBuilder(client);
  }

  @Override
  public String clientId() {
    return did();
  }

  /**
   * The PIN that the conformance tests derive from the DID.
   *
   * @return a PIN of 4 digits
   */
  public UserPin userPin() {
    return UserPin.derivedFrom(did());
  }

  /**
   * Has an offer made to this wallet.
   *
   * @param credentialType what is to be offered, for example {@code CTWalletSameAuthorisedInTime}
   * @return the URL of the offer, for {@link #readOffer(String)}
   */
  public String requestOffer(String credentialType) {
    return client().requestOffer(credentialType, did());
  }

  /**
   * Reads an offer.
   *
   * @param offerUrl the URL of the offer, from a redirect, a link or a QR code, with {@code
   *     credential_offer_uri} or {@code credential_offer}
   * @return the offer
   * @throws IllegalArgumentException if the URL has neither or both, or they can't be read
   */
  public CredentialOffer readOffer(String offerUrl) {
    return OfferUrl.read(offerUrl, client());
  }

  /**
   * The authorization request that an offer leads to.
   *
   * @param offer an offer with an {@code issuer_state}
   * @param pkce the verifier that the code is going to be redeemed with
   * @return the request, with a fresh {@code state} and {@code nonce}
   * @throws IllegalArgumentException if the offer lacks its {@code issuer_state}, its {@code
   *     credential_issuer} or a credential with {@code types}
   */
  public AuthorizationRequest authorizationRequest(CredentialOffer offer, Pkce pkce) {
    OfferContents contents = new OfferContents(offer);
    // The grant first, so that an offer of the other one is told as such.
    String issuerState = contents.issuerState();
    return request(contents.types(), contents.credentialIssuer())
        .withPkce(Objects.requireNonNull(pkce, "pkce"))
        .withIssuerState(issuerState)
        .withClientMetadata(metadata());
  }

  /** What the wallet says about itself: where it takes requests, and what it can answer. */
  private Map<String, ?> metadata() {
    return Map.of(
        "authorization_endpoint",
        authorizationEndpoint(),
        "response_types_supported",
        List.of(WalletRequest.ID_TOKEN, WalletRequest.VP_TOKEN),
        "subject_syntax_types_supported",
        List.of("did:key:jwk_jcs-pub"),
        "vp_formats_supported",
        Map.of(
            "jwt_vp", Map.of("alg", List.of("ES256")), "jwt_vc", Map.of("alg", List.of("ES256"))));
  }

  /**
   * Takes the way from an offer with an {@code issuer_state} to the code.
   *
   * @param offer the offer
   * @return the code with the verifier that belongs to it, not redeemed yet
   * @throws IllegalArgumentException if the offer lacks its {@code issuer_state}, its {@code
   *     credential_issuer} or a credential with {@code types}
   */
  public AuthorizationCodeGrant authorize(CredentialOffer offer) {
    Pkce pkce = Pkce.generate();
    AuthorizationResponse response = authorize(authorizationRequest(offer, pkce));
    return AuthorizationCodeGrant.ofHolderWallet(response.code(), clientId(), pkce);
  }

  /**
   * Takes the code out of an offer that has one.
   *
   * @param offer the offer
   * @return the code, with the derived PIN where the offer asks for one, not redeemed yet
   * @throws IllegalArgumentException if the offer has no pre-authorized code
   */
  public PreAuthorizedCodeGrant preAuthorized(CredentialOffer offer) {
    OfferContents contents = new OfferContents(offer);
    PreAuthorizedCodeGrant code = PreAuthorizedCodeGrant.of(contents.preAuthorizedCode());
    return contents.asksForPin() ? code.withUserPin(userPin()) : code;
  }

  /**
   * Takes the way from an offer to the tokens, by whichever grant the offer has.
   *
   * @param offer the offer
   * @return the tokens
   * @throws IllegalArgumentException if the offer has neither grant, or lacks what its grant needs
   */
  public TokenResponse redeem(CredentialOffer offer) {
    return new OfferContents(offer).isPreAuthorized()
        ? client().redeem(preAuthorized(offer))
        : client().redeem(authorize(offer));
  }

  @Override
  public IssuedCredential obtainCredential(String credentialType) {
    return obtainCredential(readOffer(requestOffer(credentialType)));
  }

  /**
   * Takes the way from an offer to the credential, and waits where it is deferred.
   *
   * @param offer the offer
   * @return the credential, verified; the wallet keeps it
   * @throws IllegalArgumentException if the offer has neither grant, or lacks what is needed; no
   *     code is redeemed then
   */
  public IssuedCredential obtainCredential(CredentialOffer offer) {
    List<String> types = new OfferContents(offer).types();
    return obtain(redeem(offer), types);
  }
}
