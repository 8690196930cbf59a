package dev.authmock.sdk;

import dev.authmock.sdk.invoker.ApiException;
import dev.authmock.sdk.invoker.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Runs operations of the generated layer, and lets only answers of the contract through. */
final class Calls {

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int FOUND = 302;

  /** One call of the generated layer. */
  @FunctionalInterface
  interface Operation<T> {
    ApiResponse<T> run() throws ApiException;
  }

  private final Failures failures;

  Calls(URI baseUrl) {
    this.failures = new Failures(baseUrl);
  }

  /**
   * Runs an operation that answers with a body.
   *
   * @param essential a member that the contract promises: its absence tells any JSON object of some
   *     other server
   */
  <T> T answer(Operation<T> operation, Function<T, @Nullable Object> essential) {
    ApiResponse<T> response = run(operation);
    T data = response.getData();
    if (response.getStatusCode() >= 300) {
      throw failures.unexpected(response.getStatusCode(), "instead of a success or an error");
    }
    if (data == null) {
      throw failures.unexpected(response.getStatusCode(), "with an empty body");
    }
    if (essential.apply(data) == null) {
      throw failures.unexpected(
          response.getStatusCode(), "with JSON that lacks what the contract promises");
    }
    return data;
  }

  /**
   * Runs an operation that answers by redirect.
   *
   * @throws AuthorizationException if the redirect carries an error
   */
  Redirect redirect(Operation<Void> operation) {
    ApiResponse<Void> response = run(operation);
    Redirect redirect = location(response);
    if (redirect == null) {
      throw failures.unexpected(response.getStatusCode(), "instead of a redirect");
    }
    String error = parameter(redirect, "error");
    if (error != null) {
      throw AuthorizationException.of(redirect, error, response.getStatusCode());
    }
    return redirect;
  }

  /** Runs an operation that answers with a URL, be it as text or by redirect. */
  String url(Operation<String> operation) {
    ApiResponse<String> response = run(operation);
    Redirect redirect = location(response);
    if (redirect != null) {
      return redirect.location();
    }
    String text = response.getData();
    if (response.getStatusCode() != OK || text == null) {
      throw failures.unexpected(response.getStatusCode(), "instead of a URL or a redirect");
    }
    return text;
  }

  /** A parameter of a redirect; what can't be read is no redirect of the contract. */
  @Nullable
  String parameter(Redirect redirect, String name) {
    try {
      return redirect.parameter(name);
    } catch (IllegalArgumentException e) {
      throw failures.unexpected(FOUND, "with a Location that can't be read");
    }
  }

  private static @Nullable Redirect location(ApiResponse<?> response) {
    List<String> location = response.getHeaders().get("Location");
    return response.getStatusCode() != FOUND || location == null
        ? null
        : new Redirect(location.get(0));
  }

  /** Runs an operation that answers with no body. */
  void done(Operation<Void> operation) {
    int status = run(operation).getStatusCode();
    if (status != NO_CONTENT) {
      throw failures.unexpected(status, "instead of " + NO_CONTENT);
    }
  }

  /** An answer that turned out not to be one of the contract. */
  AuthMockUnavailableException unexpected(int status, String what) {
    return failures.unexpected(status, what);
  }

  private <T> ApiResponse<T> run(Operation<T> operation) {
    try {
      return operation.run();
    } catch (ApiException e) {
      throw failures.of(e);
    }
  }
}
