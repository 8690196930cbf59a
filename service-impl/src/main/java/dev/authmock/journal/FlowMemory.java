package dev.authmock.journal;

import dev.authmock.check.Evaluation;
import dev.authmock.server.Resettable;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose flows the latest ones are, and to which credential they lead: a request that comes with a code
 * which is no longer known names neither.
 */
@Singleton
public class FlowMemory implements Resettable {
  private static final int MAX_FLOWS = 10_000;
  private static final Flow UNKNOWN = new Flow(null, null);

  private final Map<String, Flow> oldestFirst = new LinkedHashMap<>();

  /** Learns from a request what it tells of its flow, and gives what is known of it by now. */
  public Flow learn(Evaluation evaluation) {
    String id = evaluation.flowId();
    Flow told = new Flow(evaluation.clientId(), evaluation.credentialType());
    return id == null ? told : learn(id, told);
  }

  private synchronized Flow learn(String id, Flow told) {
    Flow known = oldestFirst.get(id);
    if (known != null) {
      oldestFirst.put(id, known.or(told));
      return told.or(known);
    }
    if (told.clientId() != null || told.credentialType() != null) {
      oldestFirst.put(id, told);
      if (oldestFirst.size() > MAX_FLOWS) {
        oldestFirst.remove(oldestFirst.keySet().iterator().next());
      }
    }
    return told;
  }

  /** What is known of a flow. */
  public synchronized Flow of(@Nullable String flowId) {
    Flow known = flowId == null ? null : oldestFirst.get(flowId);
    return known == null ? UNKNOWN : known;
  }

  @Override
  public synchronized void reset() {
    oldestFirst.clear();
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
