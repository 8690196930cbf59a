package dev.authmock.app;

import io.micronaut.http.server.exceptions.ServerStartupException;

/** Why a start failed, in the words of a setting rather than of a framework. */
final class StartFailure {
  private StartFailure() {}

  /** One line; the deepest cause knows best. */
  static String reason(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String why = root.getMessage() == null ? root.toString() : root.getMessage();
    String where = failure instanceof ServerStartupException ? failure.getMessage() + ": " : "";
    return "Auth Mock did not start: " + where + why;
  }
}
