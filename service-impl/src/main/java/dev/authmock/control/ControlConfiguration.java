package dev.authmock.control;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.context.annotation.Context;
import org.jspecify.annotations.Nullable;

/** Settings of the control API. */
@Context
@ConfigurationProperties("authmock.control")
public class ControlConfiguration {
  private @Nullable String token;

  /**
   * The bearer token that control calls must carry. Default none: then callers on the loopback
   * interface need none, and no others are answered.
   */
  public @Nullable String getToken() {
    return token;
  }

  /** Sets the token; a blank one counts as none. */
  public void setToken(@Nullable String token) {
    this.token = token == null || token.isBlank() ? null : token.strip();
  }
}
