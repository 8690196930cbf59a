package dev.authmock.journal;

import dev.authmock.api.conformance.model.Problem;
import dev.authmock.check.Check;
import dev.authmock.check.Finding;
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
 * @param clientId the client that the request named, if any
 * @param parameters the parameters as they may be shown
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
    Map<String, String> parameters,
    int status,
    @Nullable Problem problem,
    List<Finding> findings) {

  /** The rule that the request broke, if it was refused. */
  public Optional<Check> failedCheck() {
    return findings.stream().filter(f -> !f.passed()).map(Finding::check).findFirst();
  }
}
