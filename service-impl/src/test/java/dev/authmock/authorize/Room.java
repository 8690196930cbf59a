package dev.authmock.authorize;

import dev.authmock.client.ClientId;
import dev.authmock.credential.CredentialType;
import dev.authmock.credential.CredentialTypes;
import dev.authmock.grant.AuthorizationCode;
import dev.authmock.grant.InMemoryExpiringStore;
import dev.authmock.grant.InMemorySingleUseStore;
import dev.authmock.grant.OpaqueTokens;
import dev.authmock.grant.PendingAuthorization;
import dev.authmock.grant.SteppingClock;
import dev.authmock.jose.CryptoProvider;
import dev.authmock.jose.JwtSigner;
import dev.authmock.jose.ProviderChoice;
import dev.authmock.jose.SigningKeys;
import dev.authmock.server.ServerUrls;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The stores of one server, and what fills and empties them. */
final class Room {
  static final String AUTH_MOCK = "https://mock.example/conformance/v3/auth-mock";
  static final String CLIENT = "https://issuer.example/auth";

  private static final CryptoProvider CRYPTO = CryptoProvider.load(ProviderChoice.JDK);

  final SteppingClock clock = new SteppingClock();
  final InMemorySingleUseStore<PendingAuthorization> pendings;
  final InMemorySingleUseStore<AuthorizationCode> codes;
  final InMemoryExpiringStore<WalletRequest> requests;
  final WalletRequests walletRequests;
  final PendingAuthorizations pendingAuthorizations;

  /** A room with so much place in each store. */
  Room(int maxPending, int maxCodes, int maxUrlLength) {
    pendings = new InMemorySingleUseStore<>("requests", maxPending, clock);
    codes = new InMemorySingleUseStore<>("codes", maxCodes, clock);
    requests = new InMemoryExpiringStore<>("request objects", 10, clock);
    AuthorizeConfiguration configuration = new AuthorizeConfiguration();
    configuration.setMaxUrlLength(maxUrlLength);
    SecureRandom secureRandom = new SecureRandom();
    OpaqueTokens random = new OpaqueTokens(secureRandom);
    walletRequests = new WalletRequests(
        pendings,
        requests,
        new JwtSigner(SigningKeys.generate(secureRandom), CRYPTO),
        random,
        new ServerUrls("https://mock.example", () -> {
          throw new IllegalStateException("the URL is configured");
        }),
        clock,
        configuration);
    pendingAuthorizations =
        new PendingAuthorizations(pendings, codes, walletRequests, random, clock);
  }

  /** An authorization request for that credential, of a wallet there. */
  static AcceptedRequest accepted(String credential, String endpoint) {
    CredentialType type = CredentialTypes.named(credential).orElseThrow();
    return new AcceptedRequest(
        "flow",
        ClientId.parse(CLIENT).orElseThrow(),
        "https://issuer.example/callback",
        AuthorizationRequest.of(Map.of("state", "client's state", "nonce", "client's nonce")),
        new RequestedCredentials(List.of(Map.of("type", "openid_credential")), List.of(type)),
        Optional.empty(),
        endpoint);
  }
}
