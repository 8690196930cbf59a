package dev.authmock.fetch;

import java.util.OptionalInt;

/** A document could not be had; the message may be shown to whoever named the URL. */
public final class FetchException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final int status;

  /** Why it could not be had. */
  public enum Reason {
    /** Not an absolute http(s) URL with a host and without user info. */
    BAD_URI,
    /** The host has an address that this server may not connect to. */
    DENIED_ADDRESS,
    UNRESOLVABLE,
    /** No connection could be made. */
    REFUSED,
    /** The certificate is not trusted, or no encryption could be agreed on. */
    TLS_FAILED,
    TIMED_OUT,
    /** The connection broke off, or something else than HTTP came. */
    BROKEN_OFF,
    TOO_LARGE,
    /** The host answered with the status that {@link #status()} tells. */
    BAD_STATUS,
    /** Redirects are followed on one scheme, host and port only. */
    REDIRECTED_ELSEWHERE,
    TOO_MANY_REDIRECTS,
    /** The body is not UTF-8, or is compressed though that was not asked for. */
    NOT_TEXT,
    /** Too many requests are under way already, to that host or in all. */
    BUSY
  }

  FetchException(Reason reason, String message) {
    this(reason, message, 0);
  }

  private FetchException(Reason reason, String message, int status) {
    super(message);
    this.reason = reason;
    this.status = status;
  }

  static FetchException badStatus(Origin origin, int status) {
    return new FetchException(
        Reason.BAD_STATUS, origin + " answered with status " + status, status);
  }

  public Reason reason() {
    return reason;
  }

  /** The message, which is always there; of the URL it names no more than scheme, host and port. */
  public String description() {
    return String.valueOf(getMessage());
  }

  /** The HTTP status, where that is what was wrong. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }
}
