package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.ContractHttpClient;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.PackagedService;
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.AuthMockUnavailableException;
import dev.authmock.sdk.AuthorizationCodeGrant;
import dev.authmock.sdk.ClientAssertion;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.PublicKeys;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.conformance.model.ClientMetadata;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as it is shipped, in a process of its own, with nothing but its defaults. */
class PackagedServiceTest {
  private static final String CLIENT_ID = "https://issuer.example/auth";

  @TempDir
  Path directory;

  @Test
  void it_says_in_one_line_where_it_is_and_who_signs_serves_each_grant_and_stops()
      throws Exception {
    try (PackagedService service = new PackagedService(directory.resolve("output.txt"))) {
      AuthMockClient client = AuthMockClient.builder()
          .baseUrl(service.baseUrl().toString())
          .httpClient(new ContractHttpClient())
          .build();

      assertThat(service.lines())
          .singleElement()
          .asString()
          .contains(client.issuer())
          .matches(".* signs with (AmazonCorrettoCryptoProvider|Conscrypt|SunEC)\\b.*")
          .endsWith(" and keeps codes in memory");
      redeemAsServiceWallet(client);
      redeemAsHolderWallet(client);
      redeemPreAuthorizedCode(client);
      assertThat(client.control().journal().getEntries()).isNotEmpty();

      service.stop();
      assertThat(catchThrowable(client::metadata)).isInstanceOf(AuthMockUnavailableException.class);
      assertThat(service.lines()).as("no further line").hasSize(1);
    }
  }

  private static void redeemAsServiceWallet(AuthMockClient client) {
    var key = Keys.ec("key-1");
    client.register(new ClientMetadata().clientId(URI.create(CLIENT_ID)).jwks(PublicKeys.of(key)));
    String code = client
        .control()
        .mintAuthorizationCode(new AuthorizationCodeOrder().clientId(CLIENT_ID))
        .getCode();
    client.redeem(AuthorizationCodeGrant.ofServiceWallet(
        code, ClientAssertion.sign(CLIENT_ID, client.tokenEndpoint(), key)));
  }

  private static void redeemAsHolderWallet(AuthMockClient client) {
    Pkce pkce = Pkce.generate();
    String code = client
        .control()
        .mintAuthorizationCode(
            new AuthorizationCodeOrder().clientId(Codes.HOLDER).codeChallenge(pkce.challenge()))
        .getCode();
    client.redeem(AuthorizationCodeGrant.ofHolderWallet(code, Codes.HOLDER, pkce));
  }

  private static void redeemPreAuthorizedCode(AuthMockClient client) {
    String code = client
        .control()
        .mintPreAuthorizedCode(new PreAuthorizedCodeOrder().clientId(Codes.HOLDER))
        .getPreAuthorizedCode();
    client.redeem(PreAuthorizedCodeGrant.of(code).withUserPin(UserPin.derivedFrom(Codes.HOLDER)));
  }
}
