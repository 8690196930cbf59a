package dev.authmock.journal;

import dev.authmock.api.conformance.model.Problem;
import dev.authmock.check.Check;
import dev.authmock.check.Finding;
import dev.authmock.check.UnsignedJwt;
import dev.authmock.server.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The record of one request; holds no secret.
 *
 * @param id unguessable
 * @param receivedAt when the request came, by the server's clock
 * @param duration how long the request took
 * @param method the HTTP method
 * @param path the path, without the query
 * @param flowId the flow that the request belongs to, where that is known
 * @param clientId the client that the request named, else the one whose flow it is, if known
 * @param credentialType the type of credential that the request is on the way to, if known
 * @param parameters the parameters as they may be shown
 * @param jwts the JWTs that the request brought
 * @param answer the members of the answer as they may be shown
 * @param answerJwts the JWTs that were answered
 * @param faults the names of the faults that were injected
 * @param status the HTTP status of the answer
 * @param problem the problem that the request ended in, if it was refused
 * @param findings the rules that were tried, in order
 */
public record JournalEntry(
    String id,
    Instant receivedAt,
    Duration duration,
    String method,
    String path,
    @Nullable String flowId,
    @Nullable String clientId,
    @Nullable String credentialType,
    Map<String, String> parameters,
    List<UnsignedJwt> jwts,
    Map<String, String> answer,
    List<UnsignedJwt> answerJwts,
    List<String> faults,
    int status,
    @Nullable Problem problem,
    List<Finding> findings) {

  /** The endpoint that the request was for, if it is one of the conformance endpoints. */
  public Optional<Endpoint> endpoint() {
    return Endpoint.at(path);
  }

  /** Whether the request broke a rule; an error that goes to a redirect_uri is a refusal too. */
  public boolean isRefused() {
    return status >= 400 || failedCheck().isPresent();
  }

  /** The rule that the request broke, if it was refused. */
  public Optional<Check> failedCheck() {
    // Asked several times a request: a loop takes a fraction of the time of a stream.
    for (Finding finding : findings) {
      if (!finding.passed()) {
        return Optional.of(finding.check());
      }
    }
    return Optional.empty();
  }
}
