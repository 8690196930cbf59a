package dev.authmock.sdk;

import dev.authmock.sdk.control.model.Endpoint;
import dev.authmock.sdk.control.model.FaultKind;
import dev.authmock.sdk.control.model.FaultOrder;
import dev.authmock.sdk.control.model.ProblemSlug;
import dev.authmock.sdk.control.model.RequestMatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Faults to inject, one method for each kind.
 *
 * <p>Each hits the next request. The order that is returned can be made more particular, by {@code
 * .times(2)}, {@code .every(true)}, {@code .lifetime(60)}, {@code .name("outage")} and {@code
 * .match(…)}, for example {@code Faults.problem("internal-server-error").match(Faults.at(TOKEN))}.
 *
 * @see FaultControl#inject(FaultOrder)
 */
public final class Faults {

  private static final Duration SHORTEST_DELAY = Duration.ofMillis(1);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(1);

  private Faults() {}

  /**
   * An answer that is a problem of the contract; nothing is redeemed before it.
   *
   * @param slug the last segment of the problem's {@code type}, for example {@code
   *     internal-server-error}
   * @return the fault
   * @throws IllegalArgumentException if the contract has no such problem
   */
  public static FaultOrder problem(String slug) {
    return of(FaultKind.PROBLEM)
        .problem(ProblemSlug.fromValue(Objects.requireNonNull(slug, "slug")));
  }

  /**
   * An answer that comes late, by the time of the machine.
   *
   * @param delay 1 ms to 1 minute
   * @return the fault
   * @throws IllegalArgumentException if it is shorter or longer
   */
  public static FaultOrder delay(Duration delay) {
    if (delay.compareTo(SHORTEST_DELAY) < 0 || delay.compareTo(LONGEST_DELAY) > 0) {
      throw new IllegalArgumentException("a delay is 1 ms to 1 minute");
    }
    return of(FaultKind.DELAY).delayMs(Math.toIntExact(delay.toMillis()));
  }

  /**
   * A connection that closes in the middle of the body.
   *
   * @return the fault
   */
  public static FaultOrder cutOff() {
    return of(FaultKind.CUT_OFF);
  }

  /**
   * JWTs that do not verify.
   *
   * @return the fault
   */
  public static FaultOrder brokenSignature() {
    return of(FaultKind.BROKEN_SIGNATURE);
  }

  /**
   * JWTs whose {@code kid} is that of no published key.
   *
   * @return the fault
   */
  public static FaultOrder wrongKid() {
    return of(FaultKind.WRONG_KID);
  }

  /**
   * JWTs that expired an hour ago.
   *
   * @return the fault
   */
  public static FaultOrder expiredToken() {
    return of(FaultKind.EXPIRED_TOKEN);
  }

  /**
   * A {@code c_nonce} that the server will not accept.
   *
   * @return the fault
   */
  public static FaultOrder wrongCNonce() {
    return of(FaultKind.WRONG_C_NONCE);
  }

  /**
   * An {@code expires_in} that is shorter than the token lives.
   *
   * @param seconds 0 to 86400
   * @return the fault
   */
  public static FaultOrder shortExpiresIn(int seconds) {
    return of(FaultKind.SHORT_EXPIRES_IN).expiresIn(seconds);
  }

  /**
   * An answer with more members than it should have, or with other values.
   *
   * @param members what the answer has too, in place of members of the same names
   * @return the fault
   */
  public static FaultOrder extraMembers(Map<String, Object> members) {
    return of(FaultKind.EXTRA_MEMBERS).members(members);
  }

  /**
   * An answer that lacks members.
   *
   * @param names what is left out
   * @return the fault
   */
  public static FaultOrder missingMembers(String... names) {
    return of(FaultKind.MISSING_MEMBERS).missing(List.of(names));
  }

  /**
   * Requests of one endpoint, for {@code match}.
   *
   * @param endpoint the endpoint
   * @return what matches them
   */
  public static RequestMatch at(Endpoint endpoint) {
    return new RequestMatch().endpoint(endpoint);
  }

  /**
   * Requests of one client, for {@code match}.
   *
   * @param clientId its {@code client_id} or DID
   * @return what matches them
   */
  public static RequestMatch from(String clientId) {
    return new RequestMatch().clientId(clientId);
  }

  private static FaultOrder of(FaultKind kind) {
    return new FaultOrder().kind(kind);
  }
}
