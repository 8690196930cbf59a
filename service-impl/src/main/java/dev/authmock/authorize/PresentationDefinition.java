package dev.authmock.authorize;

import dev.authmock.jose.SignedJwt;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a wallet has to present.
 *
 * @param id its id
 * @param descriptors the credentials
 * @param ofOwnIssuer whether they have to be issued by this server's credential issuer, and none of
 *     the trusted ones is enough
 * @see <a
 *     href="https://identity.foundation/presentation-exchange/spec/v2.0.0/#presentation-definition">DIF
 *     Presentation Exchange 2.0, Presentation Definition</a>
 */
record PresentationDefinition(String id, List<InputDescriptor> descriptors, boolean ofOwnIssuer) {
  /** The format of presentations. */
  static final String JWT_VP = "jwt_vp";

  /** The format of the credentials in them. */
  static final String JWT_VC = "jwt_vc";

  private static final Map<String, Object> ALGORITHMS = Map.of("alg", List.of(SignedJwt.ES256));

  static final Map<String, Object> FORMAT_OF_CREDENTIALS = Map.of(JWT_VC, ALGORITHMS);

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("format", Map.of(JWT_VP, ALGORITHMS, JWT_VC, ALGORITHMS));
    json.put(
        "input_descriptors", descriptors.stream().map(InputDescriptor::toJson).toList());
    return json;
  }
}
