package dev.authmock.report;

import static dev.authmock.check.CredentialCheck.CREDENTIAL_READY;
import static dev.authmock.check.RequestCheck.SERVER_CAPACITY;
import static dev.authmock.check.RequestCheck.SERVER_STORE_AVAILABLE;
import static dev.authmock.check.RequestCheck.SERVER_WORKS;

import dev.authmock.check.Check;
import dev.authmock.credential.CredentialType;
import dev.authmock.journal.JournalEntry;
import dev.authmock.server.Endpoint;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How one client has fared in one of the holder wallet tests. */
final class WalletTest {
  /** To come too early is how a wallet finds out; the others are none of its doing. */
  private static final Set<Check> NO_FAILURES =
      Set.of(CREDENTIAL_READY, SERVER_WORKS, SERVER_CAPACITY, SERVER_STORE_AVAILABLE);

  private final CredentialType type;
  private @Nullable Moment issued;
  private @Nullable Moment refused;
  private @Nullable Check failedCheck;

  WalletTest(CredentialType type) {
    this.type = type;
  }

  /** The type of the credential. */
  String type() {
    return type.name();
  }

  /** Counts a request on the way to a credential of that type. */
  void add(JournalEntry entry, Endpoint endpoint, Moment request) {
    if (!entry.isRefused()) {
      // Of a deferred type, the credential endpoint gives no more than a promise.
      Endpoint issuing = type.isDeferred() ? Endpoint.DEFERRED_CREDENTIAL : Endpoint.CREDENTIAL;
      issued = endpoint == issuing ? request : issued;
      return;
    }
    Check failed = entry.failedCheck().orElse(null);
    if (failed == null || !NO_FAILURES.contains(failed)) {
      refused = request;
      failedCheck = failed;
    }
  }

  /** When the credential was issued last, if it was. */
  @Nullable
  Moment issued() {
    return issued;
  }

  /** When a request on the way to it was refused last, if one was. */
  @Nullable
  Moment refused() {
    return refused;
  }

  /** The rule that this request broke. */
  @Nullable
  Check failedCheck() {
    return failedCheck;
  }
}
