package dev.authmock.console;

import dev.authmock.control.FlowStep.Verdict;
import dev.authmock.journal.JournalEntry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One wallet's attempt as a line of the list.
 *
 * @param id the id of the flow
 * @param steps its requests, oldest first
 */
public record FlowRow(String id, List<RequestRow> steps) {
  private static final int MAX_FLOWS = 50;

  /** The flows in which something came last, those first. */
  static List<FlowRow> latest(List<JournalEntry> newestFirst) {
    Map<String, FlowRow> flows = new LinkedHashMap<>();
    for (JournalEntry entry : newestFirst) {
      String id = entry.flowId();
      if (id == null || (flows.size() == MAX_FLOWS && !flows.containsKey(id))) {
        continue;
      }
      flows
          .computeIfAbsent(id, flow -> new FlowRow(flow, new ArrayList<>()))
          .steps
          .add(new RequestRow(entry));
    }
    flows.values().forEach(flow -> Collections.reverse(flow.steps));
    return List.copyOf(flows.values());
  }

  /** The request that came last. */
  public RequestRow last() {
    return steps.get(steps.size() - 1);
  }

  /** Whose attempt it is. */
  public @Nullable String client() {
    return first(RequestRow::client);
  }

  /** The same, short enough for a line. */
  public String shortClient() {
    return Shortened.middle(client());
  }

  /** The type of credential that it is on the way to. */
  public @Nullable String credentialType() {
    return first(RequestRow::credentialType);
  }

  private @Nullable String first(Function<RequestRow, @Nullable String> of) {
    for (RequestRow step : steps) {
      String value = of.apply(step);
      if (value != null) {
        return value;
      }
    }
    return null;
  }

  /** How many of its requests were refused, in words. */
  public String outcome() {
    long refused =
        steps.stream().filter(step -> step.verdict() == Verdict.FAILED).count();
    return refused == 0 ? "all accepted" : refused + " of " + steps.size() + " refused";
  }

  /** How it stands, for the colour. */
  public String style() {
    return last().verdict().style();
  }
}
