package dev.authmock.it.nodes;

import dev.authmock.it.nodes.Attempt.Outcome;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** A code that was minted, and all that happened to it. */
final class Code {
  private final String kind;
  private final Supplier<String> form;
  private final List<Attempt> attempts = new CopyOnWriteArrayList<>();

  /**
   * A code that nobody has tried yet.
   *
   * @param form makes a token request for it, a fresh one for each attempt
   */
  Code(String kind, Supplier<String> form) {
    this.kind = kind;
    this.form = form;
  }

  String form() {
    return form.get();
  }

  void note(Attempt attempt) {
    attempts.add(attempt);
  }

  List<Attempt> attempts() {
    return attempts;
  }

  /** How many attempts got tokens. */
  long tokens() {
    return attempts.stream().filter(attempt -> attempt.is(Outcome.DONE)).count();
  }

  /** Whether an attempt ended without any answer, though it may have reached the server. */
  boolean hasUnanswered() {
    return attempts.stream()
        .anyMatch(attempt -> attempt.is(Outcome.BROKEN) || attempt.is(Outcome.HUNG));
  }

  /**
   * Whether it was ever refused wrongly: as unknown, or as used at a time when no attempt that began
   * before could have used it.
   */
  boolean wasWronglyRefused() {
    return attempts.stream()
        .anyMatch(refused -> refused.is(Outcome.UNKNOWN)
            || (refused.is(Outcome.USED) && !couldBeUsedBefore(refused.ended())));
  }

  private boolean couldBeUsedBefore(long time) {
    return attempts.stream()
        .filter(attempt -> attempt.is(Outcome.DONE) || attempt.isUnclear())
        .anyMatch(attempt -> attempt.began() < time);
  }

  @Override
  public String toString() {
    StringBuilder story = new StringBuilder(kind).append(':');
    long start = attempts.isEmpty() ? 0 : attempts.get(0).began();
    for (Attempt attempt : attempts) {
      story
          .append(' ')
          .append(attempt.node())
          .append('@')
          .append((attempt.began() - start) / 1_000_000)
          .append('+')
          .append(attempt.millis())
          .append('=')
          .append(attempt.outcome());
    }
    return story.toString();
  }
}
