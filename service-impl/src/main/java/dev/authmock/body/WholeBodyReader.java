package dev.authmock.body;

import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads a body as a whole, however the framework hands it over.
 *
 * @param <T> the model
 */
abstract class WholeBodyReader<T> implements MessageBodyReader<T> {

  /**
   * The model that the body fills.
   *
   * @throws dev.authmock.check.RefusedException if it can't
   */
  abstract T model(Argument<T> type, byte[] body);

  @Override
  public final T read(Argument<T> type, MediaType mediaType, Headers headers, ByteBuffer<?> body) {
    T model = model(type, body.toByteArray());
    // On an exception the framework releases the buffer itself.
    if (body instanceof ReferenceCounted counted) {
      counted.release();
    }
    return model;
  }

  @Override
  public final T read(Argument<T> type, MediaType mediaType, Headers headers, InputStream body) {
    try {
      return model(type, body.readAllBytes());
    } catch (IOException e) {
      throw new CodecException("the body could not be read", e);
    }
  }
}
