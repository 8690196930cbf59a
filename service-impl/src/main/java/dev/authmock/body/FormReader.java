package dev.authmock.body;

import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fills the generated model of a form from the body of the request.
 *
 * <p>The framework's own form binding loses names with hyphens, and sees neither repeated
 * parameters nor bad encodings.
 *
 * @param <T> the model
 */
@Singleton
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Order(Ordered.HIGHEST_PRECEDENCE)
class FormReader<T> extends WholeBodyReader<T> {
  private final JsonMapper json;

  FormReader(JsonMapper json) {
    this.json = json;
  }

  @Override
  T model(Argument<T> type, byte[] body) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    FormParser.parse(body)
        .forEach((name, value) -> members.put(name, JsonNode.createStringNode(value)));
    try {
      T model = json.readValueFromTree(JsonNode.createObjectNode(members), type);
      if (model != null) {
        return model;
      }
    } catch (IOException e) {
      throw unreadable();
    }
    throw unreadable();
  }

  private static RefusedException unreadable() {
    return new RefusedException(
        RequestCheck.REQUEST_READABLE,
        new Difference("a form with the contract's parameters", "another"));
  }
}
