package dev.authmock.report;

import dev.authmock.check.Check;
import dev.authmock.check.Difference;
import dev.authmock.check.Finding;
import dev.authmock.check.UnsignedJwt;
import dev.authmock.journal.JournalEntry;
import dev.authmock.server.Endpoint;
import dev.authmock.server.ServerUrls;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Journal entries in the making, each a second after the one before. */
final class Entries {
  static final String WALLET = "did:key:z6MkWallet";
  static final String TOKEN = ServerUrls.AUTH_MOCK + "/token";

  private Instant at = Instant.parse("2026-01-01T00:00:00Z");
  private int count;

  Making of(@Nullable String client) {
    at = at.plusSeconds(1);
    return new Making("entry-" + ++count, at, client);
  }

  static String path(Endpoint endpoint) {
    return switch (endpoint) {
      case TOKEN -> TOKEN;
      case DIRECT_POST -> ServerUrls.AUTH_MOCK + "/direct_post";
      case CREDENTIAL -> ServerUrls.CREDENTIAL;
      case DEFERRED_CREDENTIAL -> ServerUrls.DEFERRED_CREDENTIAL;
      default -> throw new IllegalArgumentException(endpoint.id());
    };
  }

  static final class Making {
    private final String id;
    private final Instant at;
    private final @Nullable String client;
    private final List<Finding> findings = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final List<UnsignedJwt> jwts = new ArrayList<>();
    private String path = TOKEN;
    private @Nullable String credentialType;

    private Making(String id, Instant at, @Nullable String client) {
      this.id = id;
      this.at = at;
      this.client = client;
    }

    Making at(Endpoint endpoint) {
      path = path(endpoint);
      return this;
    }

    Making at(String elsewhere) {
      path = elsewhere;
      return this;
    }

    Making kept(Check... checks) {
      for (Check check : checks) {
        findings.add(new Finding(check, null));
      }
      return this;
    }

    Making broke(Check check) {
      findings.add(new Finding(check, new Difference("one", "another")));
      return this;
    }

    Making fault(String name) {
      faults.add(name);
      return this;
    }

    Making jwt(String name, String encoded) {
      jwts.add(new UnsignedJwt(name, encoded));
      return this;
    }

    Making type(String type) {
      credentialType = type;
      return this;
    }

    JournalEntry made() {
      boolean refused = findings.stream().anyMatch(finding -> !finding.passed());
      return new JournalEntry(
          id,
          at,
          Duration.ofMillis(2),
          "POST",
          path,
          null,
          client,
          credentialType,
          Map.of(),
          List.copyOf(jwts),
          Map.of(),
          List.of(),
          List.copyOf(faults),
          refused ? 400 : 200,
          null,
          List.copyOf(findings));
    }
  }
}
