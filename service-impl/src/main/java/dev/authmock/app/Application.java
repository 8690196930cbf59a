package dev.authmock.app;

/** Starts the Auth Mock. */
public final class Application {
  private Application() {}

  /** Starts the server; settings come from the environment, as Micronaut reads it. */
  public static void main(String[] args) {
    new Startup()
        .args(args)
        .mainClass(Application.class)
        .banner(false)
        .deduceEnvironment(false)
        .start();
  }
}
