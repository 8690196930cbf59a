package dev.authmock.sdk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.authmock.sdk.invoker.ApiException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words what the generated layer threw, without a word of what requests or answers hold. */
final class Failures {

  private final URI baseUrl;

  Failures(URI baseUrl) {
    this.baseUrl = baseUrl;
  }

  /** The exception of this package that stands for one of the generated layer. */
  RuntimeException of(ApiException failure) {
    Throwable cause = failure.getCause();
    if (failure.getCode() >= 400) {
      return refusal(failure);
    }
    if (failure.getCode() > 0) {
      return unexpected(failure.getCode(), "with a body that is not the expected JSON" + at(cause));
    }
    if (cause instanceof JsonProcessingException) {
      return new IllegalArgumentException("the request can't be written as JSON" + at(cause));
    }
    return new AuthMockUnavailableException(
        "No answer from " + baseUrl + ": " + reason(cause), 0, cause);
  }

  /** An answer that is not in the contract. */
  AuthMockUnavailableException unexpected(int status, String what) {
    return new AuthMockUnavailableException(
        "No answer of an Auth Mock from " + baseUrl + ": status " + status + " " + what,
        status,
        null);
  }

  private RuntimeException refusal(ApiException failure) {
    String contentType = failure.getResponseHeaders() == null
        ? ""
        : failure.getResponseHeaders().firstValue("Content-Type").orElse("");
    String body = failure.getResponseBody() == null ? "" : failure.getResponseBody();
    return ProblemReader.read(failure.getCode(), contentType, body)
        .<RuntimeException>map(AuthMockException::new)
        .orElseGet(() -> unexpected(
            failure.getCode(),
            contentType.isEmpty()
                ? "without a Content-Type"
                : "with " + contentType + " that is no problem of the contract"));
  }

  private static String reason(@Nullable Throwable cause) {
    if (cause instanceof HttpConnectTimeoutException) {
      return "no connection within the connect timeout";
    }
    if (cause instanceof HttpTimeoutException) {
      return "not complete within the request timeout";
    }
    if (cause instanceof ConnectException) {
      // The JDK leaves the message empty.
      return hasCause(cause, UnresolvedAddressException.class)
          ? "the host name is unknown"
          : "the connection was refused (is the server running?)";
    }
    if (cause instanceof InterruptedException) {
      return "interrupted while waiting for it";
    }
    return "the connection failed: " + cause;
  }

  private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  /** Which member can't be read; the exception's own message would quote its value. */
  private static String at(@Nullable Throwable cause) {
    if (cause instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return mapping.getPath().stream()
          .map(step -> step.getFieldName() == null ? "#" + step.getIndex() : step.getFieldName())
          .collect(Collectors.joining(".", ", at ", ""));
    }
    return "";
  }
}
