package dev.authmock.grant;

import dev.authmock.server.Resettable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@link CredentialNonces} in the memory of this process. */
public final class InMemoryCredentialNonces implements CredentialNonces, Resettable {
  private final ExpiringMap<Nonces> tokens;
  private final OpaqueTokens random;

  /**
   * Knows no access token yet, and needs none before it is used.
   *
   * @param maxEntries for how many access tokens
   */
  public InMemoryCredentialNonces(long maxEntries, OpaqueTokens random, Clock clock) {
    this.tokens = ExpiringMap.refusing("access tokens' c_nonces", maxEntries, clock, Nonces::until);
    this.random = random;
  }

  @Override
  public Use take(String token, String first, String nonce, Instant until) {
    requireRoom(token);
    List<Use> verdict = new ArrayList<>(1);
    // The map runs the function once, and no other attempt at the same token meanwhile.
    tokens.entries().compute(token, (key, known) -> {
      Nonces before = known == null ? Nonces.startingWith(first, until) : known;
      Use use = before.use(nonce);
      verdict.add(use);
      return use == Use.TAKEN ? before.without(nonce) : before;
    });
    return verdict.get(0);
  }

  @Override
  public String fresh(String token, String first, Instant until) {
    requireRoom(token);
    String fresh = random.next();
    tokens
        .entries()
        .compute(
            token,
            (key, known) ->
                (known == null ? Nonces.startingWith(first, until) : known).with(fresh));
    return fresh;
  }

  private void requireRoom(String token) {
    if (!tokens.entries().containsKey(token)) {
      tokens.requireRoom();
    }
  }

  @Override
  public void reset() {
    tokens.clear();
  }

  /**
   * The c_nonces of one access token.
   *
   * @param outstanding given and not taken, oldest first
   * @param taken taken, oldest first
   * @param until when the token ends
   */
  private record Nonces(List<String> outstanding, List<String> taken, Instant until) {

    static Nonces startingWith(String first, Instant until) {
      return new Nonces(List.of(first), List.of(), until);
    }

    Use use(String nonce) {
      if (outstanding.contains(nonce)) {
        return Use.TAKEN;
      }
      return taken.contains(nonce) ? Use.ALREADY_TAKEN : Use.UNKNOWN;
    }

    Nonces without(String nonce) {
      return new Nonces(
          outstanding.stream().filter(other -> !other.equals(nonce)).toList(),
          newest(taken, nonce),
          until);
    }

    Nonces with(String fresh) {
      return new Nonces(newest(outstanding, fresh), taken, until);
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
