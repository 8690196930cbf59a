package dev.authmock.it.nodes;

import dev.authmock.it.support.Contract;
import dev.authmock.it.support.Exchange;

/**
 * One request and how it ended.
 *
 * @param began when it was sent, by {@link System#nanoTime()}
 * @param ended when its answer was complete, or it was clear that none would come
 * @param fault what is wrong with the answer; null if it is one that the contract has
 */
record Attempt(Node node, Outcome outcome, long began, long ended, String fault, String body) {
  /** How it ended. */
  enum Outcome {
    /** 200 or 201. */
    DONE,
    /** 400: an earlier request took the code. */
    USED,
    /** 400: the server knows no such code. */
    UNKNOWN,
    /** Any other 400 or 401. */
    REFUSED,
    /** 503 with Retry-After. */
    AWAY,
    /** 500. */
    FAILED,
    /** The connection broke before the answer was complete. */
    BROKEN,
    /** No connection could be made, so the request never reached the server. */
    UNREACHED,
    /** Nothing within the client's patience. */
    HUNG
  }

  /** What an answer says; it is held against the OpenAPI documents too. */
  static Attempt answered(Node node, Exchange exchange, long began, long ended) {
    String fault = fault(exchange);
    return new Attempt(node, outcome(exchange), began, ended, fault, exchange.body());
  }

  /** The end of a request that got no answer. */
  static Attempt unanswered(Node node, Outcome outcome, long began, long ended) {
    return new Attempt(node, outcome, began, ended, null, "");
  }

  boolean is(Outcome expected) {
    return outcome == expected;
  }

  /** Whether the request may have been carried out although its sender cannot know. */
  boolean isUnclear() {
    return is(Outcome.AWAY) || is(Outcome.FAILED) || is(Outcome.BROKEN) || is(Outcome.HUNG);
  }

  long millis() {
    return (ended - began) / 1_000_000;
  }

  private static Outcome outcome(Exchange exchange) {
    return switch (exchange.status()) {
      case 200, 201 -> Outcome.DONE;
      case 503 -> Outcome.AWAY;
      case 500 -> Outcome.FAILED;
      case 400, 401 -> refusal(exchange.json().path("check").asText());
      default -> Outcome.FAILED;
    };
  }

  private static Outcome refusal(String check) {
    return check.endsWith("code.unused")
        ? Outcome.USED
        : check.endsWith("code.known") ? Outcome.UNKNOWN : Outcome.REFUSED;
  }

  private static String fault(Exchange exchange) {
    try {
      Contract.verify(exchange);
    } catch (AssertionError e) {
      return e.getMessage();
    }
    int status = exchange.status();
    if (status < 300) {
      return null;
    }
    if (status != 400 && status != 401 && status != 500 && status != 503) {
      return "not one of the answers: " + exchange;
    }
    if (!exchange.mediaType().equals("application/problem+json")) {
      return "no problem+json: " + exchange;
    }
    return status == 503 && exchange.header("retry-after").isEmpty()
        ? "no Retry-After: " + exchange
        : null;
  }
}
