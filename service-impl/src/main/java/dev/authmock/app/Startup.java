package dev.authmock.app;

import io.micronaut.context.env.Environment;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.Micronaut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A start that, when it fails, says in one line why. */
final class Startup extends Micronaut {
  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

  @Override
  protected void handleStartupException(Environment environment, Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String why = root.getMessage() == null ? root.toString() : root.getMessage();
    String where = failure instanceof ServerStartupException ? failure.getMessage() + ": " : "";
    LOG.error("Auth Mock did not start: {}{}", where, why);
    LOG.debug("In detail", failure);
    System.exit(1);
  }
}
