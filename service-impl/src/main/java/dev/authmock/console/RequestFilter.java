package dev.authmock.console;

import dev.authmock.check.Check;
import dev.authmock.journal.JournalEntry;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which requests a tester wants to see; what is empty is no condition.
 *
 * @param client what their client_id contains
 * @param outcome accepted or refused
 * @param check the rule that they broke
 * @param flow the flow that they belong to
 */
public record RequestFilter(String client, String outcome, String check, String flow) {
  private static final Set<String> OUTCOMES = Set.of("accepted", "refused");

  static RequestFilter of(Map<String, String> query) {
    String outcome = query.getOrDefault("outcome", "");
    return new RequestFilter(
        query.getOrDefault("client", "").strip(),
        OUTCOMES.contains(outcome) ? outcome : "",
        query.getOrDefault("check", ""),
        query.getOrDefault("flow", "").strip());
  }

  /** What a person did wrong on a page is no request of a client; a flow or a rule leads to it. */
  private boolean isOfPages(JournalEntry entry) {
    return entry.isRefused()
        && flow.isEmpty()
        && check.isEmpty()
        && (entry.path().startsWith("/console/") || entry.path().equals("/favicon.ico"));
  }

  boolean admits(JournalEntry entry) {
    return !isOfPages(entry)
        && (client.isEmpty() || (entry.clientId() != null && entry.clientId().contains(client)))
        && (flow.isEmpty() || flow.equals(entry.flowId()))
        && (outcome.isEmpty() || entry.isRefused() == outcome.equals("refused"))
        && (check.isEmpty()
            || entry.failedCheck().map(Check::id).filter(check::equals).isPresent());
  }

  /** Whether it admits everything. */
  public boolean isEmpty() {
    return parameters().isEmpty();
  }

  /** Its parameters, without those that are no condition. */
  public Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("client", client);
    parameters.put("outcome", outcome);
    parameters.put("check", check);
    parameters.put("flow", flow);
    parameters.values().removeIf(String::isEmpty);
    return parameters;
  }

  /** The address of the list with this filter, and one parameter more. */
  String address(String name, String value) {
    Map<String, String> query = parameters();
    query.put(name, value);
    query.values().removeIf(String::isEmpty);
    return query.isEmpty()
        ? "/console"
        : query.entrySet().stream()
            .map(pair -> pair.getKey() + "=" + encode(pair.getValue()))
            .collect(Collectors.joining("&", "/console?", ""));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
