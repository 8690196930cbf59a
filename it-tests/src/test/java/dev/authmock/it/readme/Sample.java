package dev.authmock.it.readme;

// README: from here
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.AuthMockException;
import dev.authmock.sdk.AuthorizationCodeGrant;
import dev.authmock.sdk.ClientAssertion;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import dev.authmock.sdk.conformance.model.TokenResponse;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import java.net.URI;

class Sample {
  public static void main(String[] args) throws Exception {
    String baseUrl = args.length > 0 ? args[0] : "http://localhost:8080";
    AuthMockClient mock = AuthMockClient.builder().baseUrl(baseUrl).build();

    // Your service: its URL and its key, of which the mock is told the public half.
    String clientId = "https://issuer.example/auth";
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
    mock.register(new ClientMetadata().clientId(URI.create(clientId)).jwks(PublicKeys.of(key)));

    // A code, as an authorization request would have led to, and the tokens for it.
    String code = mock.control()
        .mintAuthorizationCode(new AuthorizationCodeOrder().clientId(clientId))
        .getCode();
    ClientAssertion assertion = ClientAssertion.sign(clientId, mock.issuer(), key);
    TokenResponse tokens = mock.redeem(AuthorizationCodeGrant.ofServiceWallet(code, assertion));
    System.out.println("Access token: " + tokens.getAccessToken());

    // The same assertion once more is a replay, and the mock says so.
    try {
      mock.redeem(AuthorizationCodeGrant.ofServiceWallet(code, assertion));
    } catch (AuthMockException refused) {
      System.out.println("Refused: " + refused.problem().check());
      System.out.println("Read why: " + refused.problem().instance());
    }
  }
}
// README: to here
