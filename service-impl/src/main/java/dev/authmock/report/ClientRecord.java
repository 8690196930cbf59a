package dev.authmock.report;

import dev.authmock.check.Check;
import dev.authmock.check.CredentialCheck;
import dev.authmock.check.Finding;
import dev.authmock.credential.CredentialType;
import dev.authmock.credential.CredentialTypes;
import dev.authmock.journal.JournalEntry;
import dev.authmock.server.Endpoint;
import java.time.Instant;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How one client has fared.
 *
 * <p>Its memory is bounded by the number of rules: a tally is made when a rule is first met, and is
 * all that is ever kept of the requests that meet it.
 */
final class ClientRecord {
  private static final CredentialType[] TESTS =
      CredentialTypes.ofWalletTests().toArray(CredentialType[]::new);

  private final String client;
  private final Instant firstSeenAt;
  private final Map<Endpoint, Map<Check, Tally>> tallies = new EnumMap<>(Endpoint.class);
  private final WalletTest[] tests = new WalletTest[TESTS.length];
  private Instant lastSeenAt;
  private int neverFailed;
  private int failed;

  ClientRecord(String client, Instant firstSeenAt) {
    this.client = client;
    this.firstSeenAt = firstSeenAt;
    this.lastSeenAt = firstSeenAt;
    for (int i = 0; i < tests.length; i++) {
      tests[i] = new WalletTest(TESTS[i]);
    }
  }

  /** Counts a request. */
  synchronized void add(JournalEntry entry, Endpoint endpoint) {
    lastSeenAt = entry.receivedAt();
    Moment request = new Moment(entry.receivedAt(), entry.id());
    Map<Check, Tally> met = tallies.computeIfAbsent(endpoint, first -> new IdentityHashMap<>());
    // What was broken first, so that it does not count as kept where both happened. To come too
    // early is how a wallet finds out that its credential is not ready, and breaks nothing.
    for (Finding finding : entry.findings()) {
      if (!finding.passed() && finding.check() != CredentialCheck.CREDENTIAL_READY) {
        fail(tally(met, finding.check()), request);
      }
    }
    for (Finding finding : entry.findings()) {
      if (finding.passed() && tally(met, finding.check()).pass(request)) {
        neverFailed++;
      }
    }
    String type = entry.credentialType();
    for (int i = 0; type != null && i < TESTS.length; i++) {
      if (TESTS[i].name().equals(type)) {
        tests[i].add(entry, endpoint, request);
      }
    }
  }

  private void fail(Tally tally, Moment request) {
    if (tally.fail(request)) {
      failed++;
      neverFailed -= tally.passes() > 0 ? 1 : 0;
    }
  }

  private static Tally tally(Map<Check, Tally> met, Check check) {
    Tally known = met.get(check);
    if (known == null) {
      known = new Tally();
      met.put(check, known);
    }
    return known;
  }

  /** Its client_id. */
  String client() {
    return client;
  }

  /** Reads it while no request is counted. */
  synchronized <T> T read(Function<ClientRecord, T> reader) {
    return reader.apply(this);
  }

  /** When its first request came. */
  Instant firstSeenAt() {
    return firstSeenAt;
  }

  /** When its last request came. */
  Instant lastSeenAt() {
    return lastSeenAt;
  }

  /** How many rules it has kept whenever it met them. */
  int neverFailed() {
    return neverFailed;
  }

  /** How many rules it has broken. */
  int failed() {
    return failed;
  }

  /** How it has fared with each rule that it has met at an endpoint. */
  Map<Check, Tally> at(Endpoint endpoint) {
    return tallies.getOrDefault(endpoint, Map.of());
  }

  /** How it has fared in each of the holder wallet tests, in their order. */
  List<WalletTest> tests() {
    return List.of(tests);
  }
}
