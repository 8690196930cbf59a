package dev.authmock.report;

import dev.authmock.server.ServerUrls;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Reports as they are shown, at a time that stands still. */
final class Shown {
  static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

  private Shown() {}

  static ConformanceReports of(Reports reports) {
    ServerUrls urls = new ServerUrls("http://mock.example", () -> {
      throw new IllegalStateException("the URL is configured");
    });
    return new ConformanceReports(reports, urls, Clock.fixed(NOW, ZoneOffset.UTC));
  }
}
