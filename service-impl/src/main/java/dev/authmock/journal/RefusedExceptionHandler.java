package dev.authmock.journal;

import dev.authmock.check.RefusedException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers a request that broke a rule. */
@Singleton
class RefusedExceptionHandler implements ExceptionHandler<RefusedException, HttpResponse<?>> {
  private final RefusalProcessor processor;

  RefusedExceptionHandler(RefusalProcessor processor) {
    this.processor = processor;
  }

  @Override
  public HttpResponse<?> handle(HttpRequest request, RefusedException refused) {
    return processor.refuse(request, refused);
  }
}
