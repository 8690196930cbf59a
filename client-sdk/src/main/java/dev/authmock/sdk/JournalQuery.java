package dev.authmock.sdk;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the journal to list; what is not set does not narrow the list.
 *
 * @param limit how many at the most, 1 to 1000; the server's default (100) if null
 * @param clientId only requests of this client
 * @param flow only requests of this flow, {@code flow} of a journal entry
 * @param failedCheck only requests that broke the rule of this id, for example {@code
 *     code_verifier.matches}
 * @param outcome only requests that ended so
 */
public record JournalQuery(
    @Nullable Integer limit,
    @Nullable String clientId,
    @Nullable String flow,
    @Nullable String failedCheck,
    @Nullable Outcome outcome) {

  /** How a request ended. */
  public enum Outcome {
    /** It kept all rules. */
    ACCEPTED,
    /** It broke one. */
    REFUSED
  }

  /**
   * The newest entries, whatever they are about.
   *
   * @return a query to be narrowed
   */
  public static JournalQuery all() {
    return new JournalQuery(null, null, null, null, null);
  }

  /**
   * Sets how many entries to list at the most.
   *
   * @param limit 1 to 1000
   * @return the same query with this limit
   */
  public JournalQuery withLimit(int limit) {
    return new JournalQuery(limit, clientId, flow, failedCheck, outcome);
  }

  /**
   * Narrows the list to one client.
   *
   * @param clientId the {@code client_id} that the requests named
   * @return the same query for this client
   */
  public JournalQuery withClientId(String clientId) {
    Objects.requireNonNull(clientId, "clientId");
    return new JournalQuery(limit, clientId, flow, failedCheck, outcome);
  }

  /**
   * Narrows the list to one flow.
   *
   * @param flow the {@code flow} of a journal entry
   * @return the same query for this flow
   */
  public JournalQuery withFlow(String flow) {
    Objects.requireNonNull(flow, "flow");
    return new JournalQuery(limit, clientId, flow, failedCheck, outcome);
  }

  /**
   * Narrows the list to requests that broke one rule.
   *
   * @param failedCheck the id of the rule, {@link ProblemDetails#check()}
   * @return the same query for this rule
   */
  public JournalQuery withFailedCheck(String failedCheck) {
    Objects.requireNonNull(failedCheck, "failedCheck");
    return new JournalQuery(limit, clientId, flow, failedCheck, outcome);
  }

  /**
   * Narrows the list to requests that ended in one way.
   *
   * @param outcome how they ended
   * @return the same query for this outcome
   */
  public JournalQuery withOutcome(Outcome outcome) {
    Objects.requireNonNull(outcome, "outcome");
    return new JournalQuery(limit, clientId, flow, failedCheck, outcome);
  }
}
