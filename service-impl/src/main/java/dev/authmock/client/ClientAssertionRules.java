package dev.authmock.client;

import dev.authmock.check.Difference;
import dev.authmock.check.JwtRule;
import dev.authmock.grant.RehearsalReplayGuard;
import dev.authmock.grant.ReplayGuard;
import dev.authmock.json.Member;
import dev.authmock.jwt.JwtRules;
import dev.authmock.server.ServerUrls;
import dev.authmock.server.Sha256;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * The claims of a client assertion that is a JWT.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523#section-3">RFC 7523, section 3</a>
 */
@Singleton
class ClientAssertionRules {
  private final ServerUrls urls;
  private final ReplayGuard replays;

  ClientAssertionRules(ServerUrls urls, ReplayGuard replays) {
    this.urls = urls;
    this.replays = replays;
  }

  /** The same rules, which use up no jti. */
  ClientAssertionRules rehearsing() {
    return new ClientAssertionRules(urls, new RehearsalReplayGuard(replays));
  }

  /**
   * Applies the rules of the claims; the use of the jti comes last, when all else is right.
   *
   * @param usesJti whether the jti is used up: what can't lead to tokens anyway must not fill the
   *     memory of those that were used
   */
  void requireClaims(JwtRules assertion, ClientId client, boolean usesJti) {
    assertion.requireIs(JwtRule.ISS, client.value());
    assertion.requireIs(JwtRule.SUB, client.value());
    assertion.requireAudience(urls.issuer(), urls.token());
    Instant until = assertion.requireNotExpired().plus(JwtRules.CLOCK_SKEW);
    assertion.requireNotInFuture(JwtRule.IAT);
    assertion.requireNotInFuture(JwtRule.NBF);
    Predicate<String> isNew =
        usesJti ? key -> replays.claim(key, until) : key -> !replays.isClaimed(key);
    requireNotReplayed(assertion, client, isNew);
  }

  private static void requireNotReplayed(
      JwtRules assertion, ClientId client, Predicate<String> isNew) {
    Member<String> jti = assertion.jwt().string("jti");
    if (jti.isAbsent()) {
      return;
    }
    assertion.require(
        JwtRule.JTI,
        jti.value().filter(id -> isNew.test(key(client, id))).isPresent(),
        () -> Difference.of("a jti that was not used before", jti));
  }

  /** One short key for client and jti, however long the client made it. */
  private static String key(ClientId client, String jti) {
    return Sha256.base64Url(client.value().length() + ":" + client.value() + jti);
  }
}
