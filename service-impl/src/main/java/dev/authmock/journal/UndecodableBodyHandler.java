package dev.authmock.journal;

import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.DecoderException;
import jakarta.inject.Singleton;

/** Answers a body that is not compressed as its Content-Encoding says. */
@Singleton
class UndecodableBodyHandler implements ExceptionHandler<DecoderException, HttpResponse<?>> {
  private final RefusedExceptionHandler refusals;

  UndecodableBodyHandler(RefusedExceptionHandler refusals) {
    this.refusals = refusals;
  }

  @Override
  public HttpResponse<?> handle(HttpRequest request, DecoderException undecodable) {
    return refusals.handle(
        request,
        new RefusedException(
            RequestCheck.REQUEST_READABLE,
            new Difference("a body encoded as its Content-Encoding says", "another encoding")));
  }
}
