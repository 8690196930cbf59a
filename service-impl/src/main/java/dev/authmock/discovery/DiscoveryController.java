package dev.authmock.discovery;

import dev.authmock.api.conformance.DiscoveryApi;
import dev.authmock.api.conformance.model.JsonWebKeySet;
import dev.authmock.api.conformance.model.ServerMetadata;
import dev.authmock.jose.SigningKeys;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.List;
import java.util.Map;

/** Answers the metadata endpoints and publishes the public keys. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
class DiscoveryController implements DiscoveryApi {
  private final ServerMetadataDocument metadata;
  private final SigningKeys keys;

  DiscoveryController(ServerMetadataDocument metadata, SigningKeys keys) {
    this.metadata = metadata;
    this.keys = keys;
  }

  @Override
  public HttpResponse<ServerMetadata> getOpenidConfiguration(HttpRequest<?> request) {
    return HttpResponse.ok(metadata.get());
  }

  @Override
  public HttpResponse<ServerMetadata> getAuthorizationServerMetadata(HttpRequest<?> request) {
    return HttpResponse.ok(metadata.get());
  }

  /** Blocks where the keys are still to be read from Redis. */
  @Override
  @ExecuteOn(TaskExecutors.BLOCKING)
  @SuppressWarnings("unchecked")
  public HttpResponse<JsonWebKeySet> getJwks(HttpRequest<?> request) {
    return HttpResponse.ok(
        new JsonWebKeySet().keys((List<Map<String, Object>>) keys.publicJwkSet().get("keys")));
  }
}
