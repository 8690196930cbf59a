package dev.authmock.report;

import dev.authmock.journal.JournalEntry;
import dev.authmock.journal.JournalListener;
import dev.authmock.server.Endpoint;
import dev.authmock.server.Resettable;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered of each client; the one that was seen the longest time ago makes room.
 *
 * <p>It hears of every request, token requests among them, and so does little on each.
 */
@Singleton
class Reports implements JournalListener, Resettable {
  private static final int MAX_CLIENTS = 1_000;

  /** The longest that the control API takes; a client_id that is longer was cut. */
  private static final int MAX_CLIENT_ID = 2048;

  private final LatestOnes<ClientRecord> clients = new LatestOnes<>(MAX_CLIENTS);
  private final LatestOnes<String> clientsByDid = new LatestOnes<>(MAX_CLIENTS);

  @Override
  public void added(JournalEntry entry) {
    String client = entry.clientId();
    Endpoint endpoint = entry.endpoint().orElse(null);
    if (client == null
        || client.length() > MAX_CLIENT_ID
        || endpoint == null
        || !entry.faults().isEmpty()) {
      return;
    }
    clients.renew(client, () -> new ClientRecord(client, entry.receivedAt())).add(entry, endpoint);
    ProvedDid.in(entry, endpoint).ifPresent(did -> clientsByDid.put(did, client));
  }

  /** The record of a client, or else of the one that has proved this DID. */
  Optional<ClientRecord> find(String clientOrDid) {
    return Optional.ofNullable(clients.find(clientOrDid))
        .or(() -> Optional.ofNullable(clientsByDid.find(clientOrDid)).map(clients::find));
  }

  /** All records, the one seen last first. */
  List<ClientRecord> all() {
    return clients.newestFirst();
  }

  @Override
  public void reset() {
    clients.clear();
    clientsByDid.clear();
  }
}
