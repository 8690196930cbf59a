package dev.authmock.it.bench;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.ClientAssertion;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Token requests made beforehand, so that nothing but sending is left at fire time. */
final class TokenRequests {
  private static final String CLIENT_ID = "https://issuer.example/auth";
  private static final String DID = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK";
  private static final int LIFETIME_SECONDS = 3600;

  private final AuthMockClient client;
  private final ECKey key;

  TokenRequests(AuthMockClient client) throws Exception {
    this.client = client;
    this.key = new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();
    client.register(new ClientMetadata().clientId(URI.create(CLIENT_ID)).jwks(PublicKeys.of(key)));
  }

  /** authorization_code with private_key_jwt: one verification, two signatures. */
  List<String> serviceWallet(int count) throws Exception {
    return make(count, () -> {
      String code = client
          .control()
          .mintAuthorizationCode(
              new AuthorizationCodeOrder().clientId(CLIENT_ID).lifetime(LIFETIME_SECONDS))
          .getCode();
      ClientAssertion assertion = ClientAssertion.builder(CLIENT_ID, client.issuer(), key)
          .lifetime(Duration.ofSeconds(LIFETIME_SECONDS))
          .sign();
      return form(
          "grant_type",
          "authorization_code",
          "client_id",
          CLIENT_ID,
          "code",
          code,
          "client_assertion_type",
          ClientAssertion.TYPE,
          "client_assertion",
          assertion.serialized());
    });
  }

  /** authorization_code with PKCE: two signatures. */
  List<String> holderWallet(int count) throws Exception {
    Pkce pkce = Pkce.generate();
    return make(count, () -> {
      String code = client
          .control()
          .mintAuthorizationCode(new AuthorizationCodeOrder()
              .clientId(DID)
              .codeChallenge(pkce.challenge())
              .lifetime(LIFETIME_SECONDS))
          .getCode();
      return form(
          "grant_type",
          "authorization_code",
          "client_id",
          DID,
          "code",
          code,
          "code_verifier",
          pkce.verifier());
    });
  }

  /** The pre-authorized grant with a PIN: two signatures. */
  List<String> preAuthorized(int count) throws Exception {
    return make(count, () -> {
      var minted = client
          .control()
          .mintPreAuthorizedCode(
              new PreAuthorizedCodeOrder().clientId(DID).lifetime(LIFETIME_SECONDS));
      return form(
          "grant_type", "urn:ietf:params:oauth:grant-type:pre-authorized_code",
          "pre-authorized_code", minted.getPreAuthorizedCode(),
          "user_pin", minted.getUserPin());
    });
  }

  private static List<String> make(int count, Callable<String> request) throws Exception {
    List<String> made = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      made.add(request.call());
    }
    return made;
  }

  private static String form(String... namesAndValues) {
    StringBuilder form = new StringBuilder();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.append(i == 0 ? "" : "&")
          .append(URLEncoder.encode(namesAndValues[i], StandardCharsets.UTF_8))
          .append('=')
          .append(URLEncoder.encode(namesAndValues[i + 1], StandardCharsets.UTF_8));
    }
    return form.toString();
  }
}
