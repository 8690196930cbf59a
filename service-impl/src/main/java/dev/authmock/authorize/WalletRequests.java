package dev.authmock.authorize;

import dev.authmock.check.RefusedException;
import dev.authmock.client.RedirectLocation;
import dev.authmock.grant.ExpiringStore;
import dev.authmock.grant.Lookup;
import dev.authmock.grant.OpaqueTokens;
import dev.authmock.grant.PendingAuthorization;
import dev.authmock.grant.SingleUseStore;
import dev.authmock.jose.JwtSigner;
import dev.authmock.server.ServerUrls;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks wallets for an ID token or a VP token, and remembers what for.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-connect-self-issued-v2-1_0.html#section-9">SIOPv2,
 *     section 9</a>
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-ID2.html#section-5">OpenID4VP,
 *     section 5</a>
 */
@Singleton
class WalletRequests {
  /** For how long a wallet may take to answer, in seconds. */
  private static final int LIFETIME_SECONDS = 300;

  private static final String PRESENTATION_DEFINITION = "presentation_definition";

  private final SingleUseStore<PendingAuthorization> pending;
  private final ExpiringStore<WalletRequest> byReference;
  private final JwtSigner signer;
  private final OpaqueTokens random;
  private final ServerUrls urls;
  private final Clock clock;
  private final int maxUrlLength;

  WalletRequests(
      SingleUseStore<PendingAuthorization> pending,
      ExpiringStore<WalletRequest> byReference,
      JwtSigner signer,
      OpaqueTokens random,
      ServerUrls urls,
      Clock clock,
      AuthorizeConfiguration configuration) {
    this.pending = pending;
    this.byReference = byReference;
    this.signer = signer;
    this.random = random;
    this.urls = urls;
    this.clock = clock;
    this.maxUrlLength = configuration.getMaxUrlLength();
  }

  /** The redirect to the wallet, with the request by value or, if too long, by reference. */
  String send(AcceptedRequest accepted) {
    String state = random.next();
    String nonce = random.next();
    Instant now = clock.instant();
    Instant end = now.plusSeconds(LIFETIME_SECONDS);
    Map<String, Object> parameters = parameters(accepted, state, nonce);
    String jwt = sign(accepted, parameters, now, end);
    String byValue = location(accepted, parameters, "request", jwt);
    if (byValue.length() <= maxUrlLength) {
      pending.put(state, accepted.pending(nonce, null), end);
      return byValue;
    }
    String id = random.next();
    byReference.put(id, new WalletRequest(accepted.flowId(), jwt), end);
    try {
      pending.put(state, accepted.pending(nonce, id), end);
    } catch (RefusedException e) {
      forget(id);
      throw e;
    }
    parameters.remove(PRESENTATION_DEFINITION);
    return location(accepted, parameters, "request_uri", urls.requestObject(id));
  }

  /** A request that went by reference. */
  Lookup<WalletRequest> find(String id) {
    return byReference.find(id);
  }

  /** Forgets a request that was answered. */
  void forget(@Nullable String id) {
    if (id != null) {
      byReference.remove(id);
    }
  }

  private Map<String, Object> parameters(AcceptedRequest accepted, String state, String nonce) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("state", state);
    parameters.put("client_id", urls.issuer());
    parameters.put("redirect_uri", urls.directPost());
    parameters.put(
        "response_type",
        accepted.requested().presentation().isPresent()
            ? AuthorizationCapabilities.VP_TOKEN
            : AuthorizationCapabilities.ID_TOKEN);
    parameters.put("response_mode", "direct_post");
    parameters.put("scope", AuthorizationCapabilities.OPENID);
    parameters.put("nonce", nonce);
    accepted
        .requested()
        .presentation()
        .map(PresentationDefinitions::withId)
        .ifPresent(definition -> parameters.put(PRESENTATION_DEFINITION, definition.toJson()));
    return parameters;
  }

  private String sign(
      AcceptedRequest accepted, Map<String, Object> parameters, Instant now, Instant end) {
    Map<String, Object> claims = new LinkedHashMap<>(parameters);
    claims.put("iss", urls.issuer());
    claims.put("aud", accepted.client().value());
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", end.getEpochSecond());
    return signer.sign(claims);
  }

  private static String location(
      AcceptedRequest accepted, Map<String, Object> parameters, String name, String value) {
    Map<String, String> query = new LinkedHashMap<>();
    parameters.forEach((parameter, sent) -> query.put(parameter, Json.text(sent)));
    query.put(name, value);
    return RedirectLocation.of(accepted.endpoint(), query);
  }
}
