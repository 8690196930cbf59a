package dev.authmock.token;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a redeemed grant entitles to; what the tokens say.
 *
 * @param flowId the flow that it belongs to
 * @param clientId the client
 * @param subject the DID or client_id that the tokens are about
 * @param nonce the nonce of the authorization request, if it had one
 * @param authorizationDetails what was authorized, as JSON objects
 */
public record Authorization(
    String flowId,
    String clientId,
    String subject,
    @Nullable String nonce,
    List<Map<String, Object>> authorizationDetails) {}
