package dev.authmock.body;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import jakarta.inject.Singleton;

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
  private final FormModels models;

  FormReader(FormModels models) {
    this.models = models;
  }

  @Override
  T model(Argument<T> type, byte[] body) {
    return models.fill(type, body);
  }
}
