package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.Wallet;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stock OAuth library that knows nothing of this server: Nimbus' oauth2-oidc-sdk. */
class StockOAuthClientTest extends ServiceTest {
  private static final URI CALLBACK = URI.create("https://issuer.example/auth/callback");

  private OIDCProviderMetadata metadata;

  @BeforeEach
  void discover() throws IOException, GeneralException {
    metadata = OIDCProviderMetadata.resolve(new Issuer(sdk.issuer()));
  }

  @Test
  void it_gets_tokens_with_private_key_jwt() throws Exception {
    Wallet wallet = clients.register();
    String code = codes.minted(new AuthorizationCodeOrder()
        .clientId(wallet.clientId())
        .redirectUri(CALLBACK.toString())
        .nonce("n-0S6_WzA2Mj"));

    TokenResponse response = send(request(wallet, code));
    assertThat(response.indicatesSuccess()).isTrue();
    OIDCTokenResponse tokens = (OIDCTokenResponse) response.toSuccessResponse();
    assertThat(tokens.getOIDCTokens().getBearerAccessToken().getLifetime()).isEqualTo(86400);
    IDTokenClaimsSet idToken = validator(wallet.clientId())
        .validate(tokens.getOIDCTokens().getIDToken(), new Nonce("n-0S6_WzA2Mj"));
    assertThat(idToken.getSubject().getValue()).isEqualTo(wallet.clientId());
  }

  @Test
  void it_gets_tokens_with_pkce() throws Exception {
    CodeVerifier verifier = new CodeVerifier();
    String code = codes.minted(new AuthorizationCodeOrder()
        .clientId(Codes.HOLDER)
        .codeChallenge(CodeChallenge.compute(CodeChallengeMethod.S256, verifier).getValue()));

    TokenResponse response = send(new TokenRequest.Builder(
            metadata.getTokenEndpointURI(),
            new ClientID(Codes.HOLDER),
            new AuthorizationCodeGrant(new AuthorizationCode(code), null, verifier))
        .build());
    assertThat(response.indicatesSuccess()).isTrue();
    validator(Codes.HOLDER)
        .validate(
            ((OIDCTokenResponse) response.toSuccessResponse()).getOIDCTokens().getIDToken(), null);
  }

  @Test
  void it_reads_an_error() throws Exception {
    Wallet wallet = clients.register();
    TokenResponse response = send(request(wallet, "unknown"));

    assertThat(response.indicatesSuccess()).isFalse();
    ErrorObject error = response.toErrorResponse().getErrorObject();
    assertThat(error.getCode()).isEqualTo("invalid_grant");
    assertThat(error.getDescription()).startsWith("The code must be one that this server gave.");
    assertThat(error.getHTTPStatusCode()).isEqualTo(400);
  }

  @Test
  void it_reads_that_it_is_not_authenticated() throws Exception {
    Wallet wallet = clients.register();
    Wallet intruder = wallet.signingWith(Keys.ec("key-1"));
    TokenResponse response = send(request(intruder, codes.forWallet(wallet)));

    ErrorObject error = response.toErrorResponse().getErrorObject();
    assertThat(error.getCode()).isEqualTo("invalid_client");
    assertThat(error.getHTTPStatusCode()).isEqualTo(401);
  }

  @Test
  void it_discovers_the_same_in_both_well_known_places() throws Exception {
    AuthorizationServerMetadata rfc8414 = AuthorizationServerMetadata.parse(
        http.get("/.well-known/oauth-authorization-server" + RawHttp.AUTH_MOCK).body());

    assertThat(rfc8414.getTokenEndpointURI()).isEqualTo(metadata.getTokenEndpointURI());
    assertThat(rfc8414.getJWKSetURI()).isEqualTo(metadata.getJWKSetURI());
    assertThat(metadata.getTokenEndpointURI()).hasToString(sdk.tokenEndpoint());
    assertThat(metadata.getTokenEndpointJWSAlgs()).containsExactly(JWSAlgorithm.ES256);
    assertThat(metadata.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
  }

  private TokenRequest request(Wallet wallet, String code) throws JOSEException {
    return new TokenRequest.Builder(
            metadata.getTokenEndpointURI(),
            new PrivateKeyJWT(
                new ClientID(wallet.clientId()),
                metadata.getTokenEndpointURI(),
                JWSAlgorithm.ES256,
                wallet.key().toECPrivateKey(),
                wallet.key().getKeyID(),
                null),
            new AuthorizationCodeGrant(new AuthorizationCode(code), CALLBACK))
        // The library leaves it to the assertion; the page of the endpoint requires it.
        .customParameter("client_id", wallet.clientId())
        .build();
  }

  private static TokenResponse send(TokenRequest request) throws IOException, ParseException {
    HTTPResponse response = request.toHTTPRequest().send();
    return OIDCTokenResponseParser.parse(response);
  }

  private IDTokenValidator validator(String clientId) throws MalformedURLException {
    return new IDTokenValidator(
        metadata.getIssuer(),
        new ClientID(clientId),
        JWSAlgorithm.ES256,
        metadata.getJWKSetURI().toURL());
  }
}
