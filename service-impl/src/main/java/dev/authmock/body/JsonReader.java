package dev.authmock.body;

import dev.authmock.check.Check;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.io.buffer.ReferenceCounted;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.http.codec.CodecException;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;

/**
 * Fills the generated model of a JSON body, and says which member is not what the contract says.
 *
 * <p>The framework's own reader takes {@code true} for 1 and 7 for "7".
 *
 * @param <T> the model
 */
@Singleton
@Consumes(MediaType.APPLICATION_JSON)
@Order(Ordered.HIGHEST_PRECEDENCE)
class JsonReader<T> implements MessageBodyReader<T> {
  private static final String MODELS = "dev.authmock.api.";

  private final JsonMapper json;

  JsonReader(JsonMapper json) {
    this.json = json;
  }

  @Override
  public boolean isReadable(Argument<T> type, MediaType mediaType) {
    return type.getType().getName().startsWith(MODELS);
  }

  @Override
  public T read(Argument<T> type, MediaType mediaType, Headers headers, ByteBuffer<?> body) {
    T model = model(type, body.toByteArray());
    // On an exception the framework releases the buffer itself.
    if (body instanceof ReferenceCounted counted) {
      counted.release();
    }
    return model;
  }

  @Override
  public T read(Argument<T> type, MediaType mediaType, Headers headers, InputStream body) {
    try {
      return model(type, body.readAllBytes());
    } catch (IOException e) {
      throw new CodecException("the body could not be read", e);
    }
  }

  private T model(Argument<T> type, byte[] body) {
    JsonNode tree = tree(body);
    JsonShape.require(type, tree, "the body");
    try {
      T model = json.readValueFromTree(tree, type);
      if (model != null) {
        return model;
      }
    } catch (IOException e) {
      throw unreadable("members that can't be read");
    }
    throw unreadable("nothing");
  }

  private JsonNode tree(byte[] body) {
    try {
      JsonNode tree = json.readValue(body, Argument.of(JsonNode.class));
      if (tree != null) {
        return tree;
      }
    } catch (IOException e) {
      throw unreadable("something else");
    }
    throw unreadable("nothing");
  }

  private static RefusedException unreadable(String actual) {
    return new RefusedException(
        Check.REQUEST_READABLE, new Difference("JSON as the contract describes it", actual));
  }
}
