package dev.authmock.it.readme;

// README: from here
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.AuthMockException;
import dev.authmock.sdk.AuthorizationCodeGrant;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.IssuedCredential;

class Sample {
  public static void main(String[] args) {
    String baseUrl = args.length > 0 ? args[0] : "http://localhost:8080";
    AuthMockClient mock = AuthMockClient.builder().baseUrl(baseUrl).build();

    // A fresh key and its did:key; then offer, authorization request, ID token, code, tokens,
    // proof.
    HolderWallet wallet = HolderWallet.create(mock);
    IssuedCredential credential = wallet.obtainCredential("CTWalletSameAuthorisedInTime");
    System.out.println("Wallet: " + wallet.did());
    System.out.println("Credential: " + credential.jwt());

    // The same by steps, and one step too many: the mock says what is wrong with it.
    CredentialOffer offer = wallet.readOffer(wallet.requestOffer("CTWalletSameAuthorisedInTime"));
    AuthorizationCodeGrant code = wallet.authorize(offer);
    mock.redeem(code);
    try {
      mock.redeem(code);
    } catch (AuthMockException refused) {
      System.out.println("Refused: " + refused.problem().check());
      System.out.println("Read why: " + refused.problem().instance());
    }
  }
}
// README: to here
