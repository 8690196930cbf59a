package dev.authmock.app;

import io.micronaut.context.ApplicationContext;

/** Starts the Auth Mock. */
public final class Application {
  private Application() {}

  /** Starts the server; settings come from the environment, as Micronaut reads it. */
  public static void main(String[] args) {
    start(args);
  }

  static ApplicationContext start(String... args) {
    return new Startup()
        .args(args)
        .mainClass(Application.class)
        .banner(false)
        .deduceEnvironment(false)
        .start();
  }
}
