package dev.authmock.body;

import dev.authmock.check.Difference;
import dev.authmock.check.RefusedException;
import dev.authmock.check.RequestCheck;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Fills the generated models of forms.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-B">RFC 6749, appendix B</a>
 */
@Singleton
public class FormModels {
  private final JsonMapper json;

  FormModels(JsonMapper json) {
    this.json = json;
  }

  /**
   * The model with the parameters of a form.
   *
   * @throws RefusedException if it is no form by OAuth's rules
   */
  public <T> T fill(Argument<T> type, byte[] form) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    FormParser.parse(form)
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
