package dev.authmock.app;

import dev.authmock.server.MockClock;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;

/** Makes the things of which a process has one: its clock and its source of randomness. */
@Factory
class ProcessFactory {

  @Singleton
  MockClock clock() {
    return new MockClock(Clock.systemUTC());
  }

  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }
}
