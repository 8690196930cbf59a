package dev.authmock.token;

import dev.authmock.api.control.model.TokenShapeOrder;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.RefusedException;
import dev.authmock.grant.OpaqueTokens;
import dev.authmock.server.Resettable;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.exceptions.ConfigurationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The token shapes, those of the configuration first.
 *
 * <p>Made with the context, so that a configured shape that breaks a rule stops the start.
 */
@Context
public class TokenShapes implements Resettable {
  private static final int MAX_SHAPES = 100;
  private static final int MAX_BYTES = 16 * 1024;

  private final OpaqueTokens random;
  private volatile List<Held> held = List.of();

  /**
   * Those of the configuration.
   *
   * @throws ConfigurationException in one line, if one breaks a rule
   */
  TokenShapes(ConfiguredTokenShapes configured, OpaqueTokens random) {
    this.random = random;
    configured.orders().forEach(this::configure);
  }

  private void configure(TokenShapeOrder order) {
    try {
      add(order, true, new Evaluation(order.getName()));
    } catch (RefusedException e) {
      throw ConfiguredTokenShapes.invalid(order.getName(), e.description());
    }
  }

  /**
   * Adds a shape.
   *
   * @throws RefusedException if it breaks a rule
   */
  public AppliedShape add(TokenShapeOrder order, Evaluation evaluation) {
    return add(order, false, evaluation);
  }

  private AppliedShape add(TokenShapeOrder order, boolean configured, Evaluation evaluation) {
    String name = Optional.ofNullable(order.getName()).orElseGet(random::next);
    evaluation.note("name", name);
    return add(TokenShapeRules.apply(order, name, configured, evaluation), evaluation);
  }

  private synchronized AppliedShape add(TokenShape shape, Evaluation evaluation) {
    evaluation.require(
        ControlCheck.TOKEN_SHAPE_NAME_FREE,
        find(shape.name()).isEmpty(),
        () -> Difference.of("a name that no other shape has", shape.name()));
    evaluation.require(
        ControlCheck.TOKEN_SHAPE_COUNT,
        held.size() < MAX_SHAPES,
        () -> new Difference("room for one more", "one that would be the 101st"));
    Held added = Held.of(shape);
    int bytes = added.bytes + held.stream().mapToInt(Held::bytes).sum();
    evaluation.require(
        ControlCheck.TOKEN_SHAPE_SIZE,
        bytes <= MAX_BYTES,
        () -> new Difference("no more than " + MAX_BYTES + " bytes in all", bytes + " with it"));
    held = Stream.concat(held.stream(), Stream.of(added)).toList();
    return added.view();
  }

  /** All of them, in the order in which they apply. */
  public List<AppliedShape> list() {
    return held.stream().map(Held::view).toList();
  }

  /**
   * Removes a shape that is not from the configuration.
   *
   * @throws RefusedException if there is none with that name
   */
  public synchronized void remove(String name, Evaluation evaluation) {
    Optional<Held> found = find(name);
    evaluation.require(
        ControlCheck.TOKEN_SHAPE_KNOWN,
        found.filter(shape -> !shape.isConfigured()).isPresent(),
        () -> Difference.of(
            "the name of a shape that was added",
            found.isPresent() ? name + ", which is from the configuration and stays" : name));
    keep(shape -> !shape.isNamed(name));
  }

  /** Removes all that are not from the configuration. */
  public synchronized void removeAll() {
    keep(Held::isConfigured);
  }

  /** Those that match a request that was granted; each counts it. */
  Shaping of(Authorization authorization, TokenRequest request) {
    List<Held> all = held;
    if (all.isEmpty()) {
      return Shaping.NONE;
    }
    List<TokenShape> matching = new ArrayList<>();
    for (Held one : all) {
      if (one.shape.match().fits(authorization, request)) {
        one.applied.incrementAndGet();
        matching.add(one.shape);
      }
    }
    return new Shaping(matching);
  }

  @Override
  public synchronized void reset() {
    held = held.stream()
        .filter(Held::isConfigured)
        .map(configured -> Held.of(configured.shape))
        .toList();
  }

  private void keep(Predicate<Held> kept) {
    held = held.stream().filter(kept).toList();
  }

  private Optional<Held> find(String name) {
    return held.stream().filter(shape -> shape.isNamed(name)).findFirst();
  }

  /**
   * A shape that is kept.
   *
   * @param bytes how many bytes what it says takes
   */
  private record Held(TokenShape shape, int bytes, AtomicInteger applied) {

    static Held of(TokenShape shape) {
      Map<String, @Nullable Object> subject =
          shape.subject() == null ? Map.of() : Map.of("sub", shape.subject());
      int bytes = Stream.of(
              subject, shape.claims(), shape.accessTokenClaims(), shape.idTokenClaims())
          .filter(claims -> !claims.isEmpty())
          .mapToInt(ShapedClaims::size)
          .sum();
      return new Held(shape, bytes, new AtomicInteger());
    }

    boolean isNamed(String name) {
      return shape.name().equals(name);
    }

    boolean isConfigured() {
      return shape.configured();
    }

    AppliedShape view() {
      return new AppliedShape(shape, applied.get());
    }
  }
}
