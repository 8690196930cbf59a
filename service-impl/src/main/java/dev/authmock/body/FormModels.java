package dev.authmock.body;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.authmock.check.RefusedException;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.type.Argument;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Fills the models of forms, all of whose parameters are strings: generated classes, and maps.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#appendix-B">RFC 6749, appendix B</a>
 */
@Singleton
public class FormModels {
  private final Map<Class<?>, FormModel<?>> known = new ConcurrentHashMap<>();

  /**
   * The model with the parameters of a form; what the contract does not name is left out.
   *
   * @throws RefusedException if it is no form by OAuth's rules
   */
  @SuppressWarnings("unchecked") // each type has its own
  public <T> T fill(Argument<T> type, byte[] form) {
    if (type.getType() == Map.class) {
      return (T) FormParser.parse(form);
    }
    FormModel<?> model = known.get(type.getType());
    if (model == null) {
      model = known.computeIfAbsent(type.getType(), FormModel::of);
    }
    return ((FormModel<T>) model).filled(FormParser.parse(form));
  }

  /** A generated class, and its properties by the names of the parameters. */
  private record FormModel<T>(
      BeanIntrospection<T> bean, Map<String, BeanProperty<T, String>> properties) {

    static <T> FormModel<T> of(Class<T> type) {
      BeanIntrospection<T> bean = BeanIntrospection.getIntrospection(type);
      return new FormModel<>(
          bean,
          bean.getBeanProperties().stream()
              .map(FormModel::text)
              .collect(Collectors.toMap(
                  property -> property.stringValue(JsonProperty.class).orElseThrow(),
                  Function.identity())));
    }

    @SuppressWarnings("unchecked") // just looked at
    private static <T> BeanProperty<T, String> text(BeanProperty<T, ?> property) {
      if (property.getType() != String.class) {
        throw new IllegalStateException("a form has strings only, not " + property);
      }
      return (BeanProperty<T, String>) property;
    }

    T filled(Map<String, String> parameters) {
      T model = bean.instantiate();
      parameters.forEach((name, value) -> {
        BeanProperty<T, String> property = properties.get(name);
        if (property != null) {
          property.set(model, value);
        }
      });
      return model;
    }
  }
}
