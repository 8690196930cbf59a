package dev.authmock.app;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A start that, when it fails, says why: in one line for each thing that is wrong. */
final class Startup extends Micronaut {
  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

  private @Nullable ApplicationContext context;

  @Override
  protected ApplicationContext newApplicationContext() {
    ApplicationContext made = super.newApplicationContext();
    context = made;
    return made;
  }

  @Override
  protected void handleStartupException(Environment environment, Throwable failure) {
    if (context != null) {
      StartFailure.reasons(context, failure).forEach(LOG::error);
    }
    LOG.debug("In detail", failure);
    System.exit(1);
  }
}
