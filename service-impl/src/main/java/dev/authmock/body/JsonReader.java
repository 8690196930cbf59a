package dev.authmock.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import dev.authmock.server.Utf8;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;

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
class JsonReader<T> extends WholeBodyReader<T> {
  private static final String MODELS = "dev.authmock.api.";
  private static final String BYTE_ORDER_MARK = "\ufeff";
  private static final JsonFactory JSON = JsonFactory.builder()
      // The names are the senders': one table of them for all would grow by whatever is sent.
      .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
      .build();

  private final JsonMapper json;

  JsonReader(JsonMapper json) {
    this.json = json;
  }

  @Override
  public boolean isReadable(Argument<T> type, MediaType mediaType) {
    return type.getType().getName().startsWith(MODELS);
  }

  @Override
  T model(Argument<T> type, byte[] body) {
    JsonNode tree = tree(text(body));
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

  /** The framework takes more for UTF-8 than what is. A byte order mark is not a part of the text. */
  private static String text(byte[] body) {
    try {
      String text = Utf8.decode(body, 0, body.length);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw unreadable("bytes that are not UTF-8");
    }
  }

  private JsonNode tree(String text) {
    try {
      JsonNode tree = json.readValue(text, Argument.of(JsonNode.class));
      requireUniqueNamesAndNothingAfter(text);
      if (tree != null) {
        return tree;
      }
    } catch (IOException e) {
      throw unreadable("something else");
    }
    throw unreadable("nothing");
  }

  /** The framework takes the last of several members, and stops reading where the first value ends. */
  private static void requireUniqueNamesAndNothingAfter(String text) throws IOException {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      requireUniqueNames(parser);
      if (parser.nextToken() != null) {
        throw unreadable("more after it");
      }
    }
  }

  private static void requireUniqueNames(JsonParser parser) throws IOException {
    try {
      parser.skipChildren();
    } catch (JsonParseException e) {
      // It was read as JSON before, from the same text.
      throw unreadable("an object that names a member twice");
    }
  }

  private static RefusedException unreadable(String actual) {
    return new RefusedException(
        RequestCheck.REQUEST_READABLE, new Difference("JSON as the contract describes it", actual));
  }
}
