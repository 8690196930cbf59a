package dev.authmock.console;

import dev.authmock.api.conformance.model.ClientMetadata;
import dev.authmock.api.conformance.model.JsonWebKeySet;
import dev.authmock.api.control.model.ManagedClient;
import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form with what is registered of a client, as it was filled in.
 *
 * @param sent what stands in its fields
 */
public record ClientForm(Map<String, String> sent) {

  static ClientForm of(ManagedClient client, JsonMapper json) {
    Map<String, String> fields = new HashMap<>();
    fields.put("client_id", client.getClientId());
    fields.put("redirect_uris", String.join("\n", client.getRedirectUris()));
    put(fields, "client_name", client.getClientName());
    put(fields, "jwks_uri", client.getJwksUri());
    if (client.getJwks() != null) {
      put(fields, "jwks", text(client.getJwks(), json));
    }
    return new ClientForm(fields);
  }

  /** What stands in a field. */
  public String value(String field) {
    return sent.getOrDefault(field, "");
  }

  /**
   * What is to be registered.
   *
   * @throws dev.authmock.check.RefusedException if a field can't be read
   */
  ClientMetadata metadata(JsonMapper json) {
    String uris = sent.get("redirect_uris");
    return new ClientMetadata()
        .clientId(sent.get("client_id"))
        .clientName(sent.get("client_name"))
        .redirectUris(uris == null ? List.of() : Arrays.asList(uris.split("\\s+", -1)))
        .jwksUri(sent.get("jwks_uri"))
        .jwks(Forms.json("jwks", sent.get("jwks"), Argument.of(JsonWebKeySet.class), json));
  }

  private static void put(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private static String text(JsonWebKeySet jwks, JsonMapper json) {
    try {
      return json.writeValueAsString(jwks);
    } catch (IOException e) {
      throw new IllegalStateException("registered keys are JSON", e);
    }
  }
}
