package dev.authmock.app;

import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A start that, when it fails, says in one line why. */
final class Startup extends Micronaut {
  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

  @Override
  protected void handleStartupException(Environment environment, Throwable failure) {
    LOG.error(StartFailure.reason(failure));
    LOG.debug("In detail", failure);
    System.exit(1);
  }
}
