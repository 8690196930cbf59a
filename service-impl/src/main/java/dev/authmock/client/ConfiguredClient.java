package dev.authmock.client;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client that is registered from the start: {@code authmock.clients.<name>}. */
@EachProperty("authmock.clients")
public class ConfiguredClient {
  private final String name;
  private @Nullable String clientId;
  private @Nullable String jwksUri;
  private @Nullable String jwks;
  private List<String> redirectUris = List.of();

  /** The client with this name in the configuration. */
  public ConfiguredClient(@Parameter String name) {
    this.name = name;
  }

  /** The name in the configuration, shown to people. */
  public String getName() {
    return name;
  }

  /** The {@code client_id}: the http(s) URL of the issuer. Required. */
  public @Nullable String getClientId() {
    return clientId;
  }

  /** Sets the {@code client_id}. */
  public void setClientId(@Nullable String clientId) {
    this.clientId = clientId;
  }

  /** Where its keys are. Either this or {@code jwks} is required. */
  public @Nullable String getJwksUri() {
    return jwksUri;
  }

  /** Sets where its keys are. */
  public void setJwksUri(@Nullable String jwksUri) {
    this.jwksUri = jwksUri;
  }

  /** Its keys, a JWK set as JSON text. */
  public @Nullable String getJwks() {
    return jwks;
  }

  /** Sets its keys. */
  public void setJwks(@Nullable String jwks) {
    this.jwks = jwks;
  }

  /** Where authorization responses may go. Default none. */
  public List<String> getRedirectUris() {
    return redirectUris;
  }

  /** Sets where authorization responses may go. */
  public void setRedirectUris(List<String> redirectUris) {
    this.redirectUris = redirectUris;
  }
}
