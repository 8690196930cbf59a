package dev.authmock.app;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Makes the things of which a process has one: its clock and its source of randomness. */
@Factory
class ProcessFactory {

  @Singleton
  Clock clock() {
    return Clock.systemUTC();
  }

  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }
}
