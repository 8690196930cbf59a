package dev.authmock.sdk;

import java.util.Objects;

/** Checks what becomes a segment of a path. */
final class PathSegment {

  private PathSegment() {}

  /** Checked early: with nothing in its last segment, the path is that of the whole collection. */
  static String require(String value, String parameter) {
    if (Objects.requireNonNull(value, parameter).isBlank()) {
      throw new IllegalArgumentException(parameter + " must not be blank");
    }
    return value;
  }
}
