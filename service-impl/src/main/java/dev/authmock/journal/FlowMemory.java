package dev.authmock.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.authmock.check.Evaluation;
import dev.authmock.server.Resettable;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Whose flows the latest ones are, and to which credential they lead: a request that comes with a code
 * which is no longer known names neither.
 */
@Singleton
public class FlowMemory implements Resettable {
  private static final int MAX_FLOWS = 10_000;
  private static final Flow UNKNOWN = new Flow(null, null);

  private final Cache<String, Flow> flows =
      Caffeine.newBuilder().maximumSize(MAX_FLOWS).executor(Runnable::run).build();

  /** Learns from a request what it tells of its flow, and gives what is known of it by now. */
  public Flow learn(Evaluation evaluation) {
    String id = evaluation.flowId();
    Flow told = new Flow(evaluation.clientId(), evaluation.credentialType());
    if (id == null) {
      return told;
    }
    Flow known = flows.getIfPresent(id);
    if (known == null) {
      if (told.clientId() != null || told.credentialType() != null) {
        flows.put(id, told);
      }
      return told;
    }
    Flow more = known.or(told);
    if (!more.equals(known)) {
      flows.put(id, more);
    }
    return told.or(known);
  }

  /** What is known of a flow. */
  public Flow of(@Nullable String flowId) {
    Flow known = flowId == null ? null : flows.getIfPresent(flowId);
    return known == null ? UNKNOWN : known;
  }

  @Override
  public void reset() {
    flows.invalidateAll();
  }

  /**
   * What is known of a flow.
   *
   * @param clientId whose it is
   * @param credentialType the type of credential that it leads to
   */
  public record Flow(@Nullable String clientId, @Nullable String credentialType) {

    private Flow or(Flow other) {
      return new Flow(
          clientId == null ? other.clientId : clientId,
          credentialType == null ? other.credentialType : credentialType);
    }
  }
}
