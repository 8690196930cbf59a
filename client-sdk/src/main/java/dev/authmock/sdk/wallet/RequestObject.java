package dev.authmock.sdk.wallet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.sdk.AuthorizationRequest;
import java.util.Set;

/**
 * An authorization request that a service wallet has signed.
 *
 * @param serialized the JWT, sent as {@code request} or served at the {@code request_uri}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101#section-4">RFC 9101, section 4</a>
 */
public record RequestObject(String serialized) {

  /** The {@code typ} of the JWT. */
  public static final String TYPE = "oauth-authz-req+jwt";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** The parameters that are JSON. */
  private static final Set<String> JSON = Set.of("authorization_details", "client_metadata");

  /**
   * Signs a request, good for 5 minutes from now.
   *
   * @param request what is asked for
   * @param key the client's private P-256 key, with a {@code kid}
   * @param audience the server's issuer URL
   * @return the signed request
   * @throws IllegalArgumentException if the key can't sign ES256 or has no {@code kid}
   */
  public static RequestObject sign(AuthorizationRequest request, ECKey key, String audience) {
    return builder(request, key, audience).sign();
  }

  /**
   * A request object that was made elsewhere, say, a faulty one that is to be refused.
   *
   * @param serialized the JWT to send, as it stands
   * @return the request object
   */
  public static RequestObject of(String serialized) {
    return new RequestObject(serialized);
  }

  /**
   * Starts a request object that differs from what {@link #sign(AuthorizationRequest, ECKey,
   * String)} makes.
   *
   * @param request what is asked for
   * @param key the client's private P-256 key, with a {@code kid}
   * @param audience the server's issuer URL
   * @return a builder, with {@code iss} the {@code client_id}, {@code aud}, and all parameters of
   *     the request as claims
   * @throws IllegalArgumentException if the key can't sign ES256 or has no {@code kid}
   */
  public static JwtBuilder<RequestObject> builder(
      AuthorizationRequest request, ECKey key, String audience) {
    if (key.getKeyID() == null) {
      // The server looks for the public key by this name, and for nothing else.
      throw new IllegalArgumentException("the key of a request object needs a kid");
    }
    JwtBuilder<RequestObject> builder =
        new JwtBuilder<>(TYPE, key.getKeyID(), key, RequestObject::new).claim("aud", audience);
    request.parameters().forEach((name, value) -> builder.claim(name, claim(name, value)));
    String clientId = request.parameter("client_id");
    return clientId == null ? builder : builder.claim("iss", clientId);
  }

  private static Object claim(String name, String value) {
    if (!JSON.contains(name)) {
      return value;
    }
    try {
      return MAPPER.readValue(value, Object.class);
    } catch (JsonProcessingException e) {
      // Whoever sends what is no JSON wants to see it refused.
      return value;
    }
  }

  /** Tells what this is, and not the JWT. */
  @Override
  public String toString() {
    return "RequestObject[hidden]";
  }
}
