package dev.authmock.grant;

import dev.authmock.server.Resettable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** {@link CredentialNonces} in the memory of this process. */
public final class InMemoryCredentialNonces implements CredentialNonces, Resettable, MeasuredStore {
  private final ExpiringMap<Nonces> tokens;
  private final OpaqueTokens random;

  /**
   * Knows no access token yet, and needs none before it is used.
   *
   * @param maxEntries for how many access tokens
   */
  public InMemoryCredentialNonces(long maxEntries, OpaqueTokens random, Clock clock) {
    this.tokens = ExpiringMap.refusing(
        "access tokens' c_nonces", maxEntries, clock, Nonces::until, Nonces::weight);
    this.random = random;
  }

  @Override
  public Use take(String token, String first, String nonce, Instant until) {
    requireRoom(token);
    List<Use> verdict = new ArrayList<>(1);
    // The map runs the function once, and no other attempt at the same token meanwhile.
    tokens.compute(token, (key, known) -> {
      Nonces before = known == null ? Nonces.startingWith(first, until) : known;
      Use use = before.use(nonce);
      verdict.add(use);
      return use == Use.TAKEN ? before.without(nonce) : before;
    });
    return verdict.get(0);
  }

  @Override
  public String fresh(String token, String first, Instant until) {
    return give(token, first, until, Nonces::withOutstanding);
  }

  @Override
  public String spare(String token, String first, Instant until) {
    return give(token, first, until, Nonces::withSpare);
  }

  private String give(
      String token, String first, Instant until, BiFunction<Nonces, String, Nonces> add) {
    requireRoom(token);
    String given = random.next();
    tokens.compute(token, (key, known) -> {
      Nonces before = known == null ? Nonces.startingWith(first, until) : known;
      return add.apply(before, given);
    });
    return given;
  }

  private void requireRoom(String token) {
    if (!tokens.contains(token)) {
      tokens.requireRoom();
    }
  }

  @Override
  public StoreLevel level() {
    return tokens.level();
  }

  @Override
  public void reset() {
    tokens.clear();
  }

  /**
   * The c_nonces of one access token.
   *
   * @param outstanding given with an answer and not taken, oldest first
   * @param spare given with a refusal and not taken, oldest first
   * @param taken taken, oldest first
   * @param until when the token ends
   */
  private record Nonces(
      List<String> outstanding, List<String> spare, List<String> taken, Instant until) {

    long weight() {
      return Weight.of(outstanding, spare, taken, until);
    }

    static Nonces startingWith(String first, Instant until) {
      return new Nonces(List.of(first), List.of(), List.of(), until);
    }

    Use use(String nonce) {
      if (outstanding.contains(nonce) || spare.contains(nonce)) {
        return Use.TAKEN;
      }
      return taken.contains(nonce) ? Use.ALREADY_TAKEN : Use.UNKNOWN;
    }

    Nonces without(String nonce) {
      return new Nonces(
          others(outstanding, nonce), others(spare, nonce), newest(taken, nonce), until);
    }

    Nonces withOutstanding(String fresh) {
      return new Nonces(newest(outstanding, fresh), spare, taken, until);
    }

    Nonces withSpare(String fresh) {
      return new Nonces(outstanding, newest(spare, fresh), taken, until);
    }

    private static List<String> others(List<String> nonces, String nonce) {
      return nonces.stream().filter(other -> !other.equals(nonce)).toList();
    }

    private static List<String> newest(List<String> older, String newest) {
      List<String> all =
          new ArrayList<>(Stream.concat(older.stream(), Stream.of(newest)).toList());
      return List.copyOf(all.subList(Math.max(0, all.size() - MAX_OUTSTANDING), all.size()));
    }

    /** Says nothing of the nonces. */
    @Override
    public String toString() {
      return "Nonces";
    }
  }
}
