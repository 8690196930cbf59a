package dev.authmock.it.nodes;

import dev.authmock.it.nodes.Attempt.Outcome;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was minted, tried and answered.
 *
 * <p>A code is <b>redeemed twice</b> if more than one attempt at it was answered with tokens. A code is
 * <b>lost</b> if the server gave it to the one who minted it (201), and
 *
 * <ul>
 *   <li>an attempt at it, within its lifetime, was refused as unknown; or
 *   <li>an attempt at it was refused as used when no attempt had begun that got tokens, or whose end
 *       nobody could tell yet (503, 500, a broken connection); or
 *   <li>when all is well again, attempts at it go on being refused, though no attempt got tokens and
 *       none ended without an answer.
 * </ul>
 *
 * <p>So a 503 must not use up a code: for a while, until the node reaches Redis again, the code may be
 * said to be used, but in the end it is redeemed. Only where a node itself was killed in the middle of
 * an attempt, so that there was no answer at all, may the code be used up with no tokens for anybody.
 */
final class Books {
  private final Queue<Code> codes = new ConcurrentLinkedQueue<>();
  private final Queue<Attempt> others = new ConcurrentLinkedQueue<>();

  void open(Code code) {
    codes.add(code);
  }

  /** Notes a request that redeems nothing. */
  void noteOther(Attempt attempt) {
    others.add(attempt);
  }

  Collection<Code> codes() {
    return codes;
  }

  /** The codes that nobody got tokens for yet. */
  List<Code> unredeemed() {
    return codes.stream().filter(code -> code.tokens() == 0).toList();
  }

  long tokens() {
    return codes.stream().mapToLong(Code::tokens).sum();
  }

  List<Code> redeemedTwice() {
    return codes.stream().filter(code -> code.tokens() > 1).toList();
  }

  /** Counts when all is settled. */
  List<Code> lost() {
    return codes.stream()
        .filter(code -> code.wasWronglyRefused() || (code.tokens() == 0 && !code.hasUnanswered()))
        .toList();
  }

  /** The codes that no attempt got tokens for because an attempt had no answer. */
  long usedWithoutAnswer() {
    return codes.stream()
        .filter(code -> code.tokens() == 0 && code.hasUnanswered())
        .count();
  }

  /** Codes that were said to be used though nobody had tokens for them, and later gave tokens. */
  long givenBack() {
    return codes.stream().filter(Books::wasGivenBack).count();
  }

  private static boolean wasGivenBack(Code code) {
    return code.attempts().stream()
        .filter(attempt -> attempt.is(Outcome.DONE))
        .anyMatch(done -> code.attempts().stream()
            .anyMatch(used -> used.is(Outcome.USED) && used.ended() < done.began()));
  }

  long count(Outcome outcome) {
    return all().filter(attempt -> attempt.is(outcome)).count();
  }

  /** What answers there were that the contract does not have, or that it has for other cases. */
  List<String> faults() {
    return all()
        .filter(attempt -> attempt.fault() != null || attempt.is(Outcome.REFUSED))
        .map(attempt -> attempt.fault() == null ? attempt.body() : attempt.fault())
        .toList();
  }

  /** The longest that an answer took of those that were awaited within this time. */
  Duration longest(long from, long to) {
    return Duration.ofMillis(all()
        .filter(attempt -> attempt.ended() > from && attempt.began() < to)
        .mapToLong(Attempt::millis)
        .max()
        .orElse(0));
  }

  /** Whether some answer like this was begun after a moment. */
  boolean anySince(long from, Predicate<Attempt> wanted) {
    return all().anyMatch(attempt -> attempt.began() > from && wanted.test(attempt));
  }

  private Stream<Attempt> all() {
    return Stream.concat(others.stream(), codes.stream().flatMap(code -> code.attempts().stream()));
  }
}
