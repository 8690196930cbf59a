package dev.authmock.app;

import dev.authmock.app.settings.Diagnosis;
import io.micronaut.context.ApplicationContext;
import java.util.List;

/** Why a start failed, in the words of settings rather than of a framework. */
final class StartFailure {
  private StartFailure() {}

  /** A line for each thing that is wrong. */
  static List<String> reasons(ApplicationContext context, Throwable failure) {
    return Diagnosis.of(context, failure).stream()
        .map(problem -> "Auth Mock did not start: " + problem)
        .toList();
  }
}
