package dev.authmock.metrics;

import dev.authmock.grant.MeasuredStore;
import dev.authmock.grant.StoreLevel;
import dev.authmock.jose.JwtSigner;
import dev.authmock.jose.SigningTimes;
import dev.authmock.journal.Journal;
import dev.authmock.metrics.RequestCounts.Outcome;
import dev.authmock.metrics.RequestCounts.Times;
import dev.authmock.server.Endpoint;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * The metrics in the text format of Prometheus.
 *
 * <p>Made when it is first asked for them: until then nothing but plain counters is at work, and a
 * start pays nothing.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">Prometheus, exposition
 *     formats</a>
 */
@Singleton
class Metrics {
  /** The media type of the text format. */
  static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Set<Outcome> registered = new HashSet<>();
  private final Set<Endpoint> timed = EnumSet.noneOf(Endpoint.class);
  private final RequestCounts counts;

  Metrics(
      RequestCounts counts, Collection<MeasuredStore> stores, Journal journal, JwtSigner signer) {
    this.counts = counts;
    faults();
    signing(signer.times());
    stores.forEach(this::store);
    Gauge.builder("authmock.journal.entries", journal, Journal::size)
        .description("The entries of the journal.")
        .register(registry);
    FunctionCounter.builder("authmock.journal.unshared", journal, Journal::unshared)
        .description("The entries of the journal that did not get to the other nodes.")
        .register(registry);
    jvm();
  }

  /** All of them, as they are now. */
  synchronized String text() {
    counts.requests().forEach((outcome, count) -> {
      if (registered.add(outcome)) {
        outcome(outcome, count);
      }
    });
    counts.times().forEach((endpoint, times) -> {
      if (times.count().sum() > 0 && timed.add(endpoint)) {
        time(endpoint, times);
      }
    });
    return registry.scrape(TEXT_FORMAT);
  }

  private void outcome(Outcome outcome, LongAdder count) {
    FunctionCounter.builder("authmock.requests", count, LongAdder::sum)
        .description("Requests by endpoint, HTTP status, and the rule that they broke.")
        .tag(
            "endpoint",
            outcome.endpoint() == null ? "other" : outcome.endpoint().id())
        .tag("status", Integer.toString(outcome.status()))
        .tag("failed_check", outcome.failed() == null ? "none" : outcome.failed())
        .register(registry);
  }

  private void time(Endpoint endpoint, Times times) {
    FunctionTimer.builder(
            "authmock.request",
            times,
            taken -> taken.count().sum(),
            taken -> taken.nanos().sum(),
            TimeUnit.NANOSECONDS)
        .description("The time that requests took on which a rule was tried, by endpoint.")
        .tag("endpoint", endpoint.id())
        .register(registry);
  }

  private void faults() {
    FunctionCounter.builder("authmock.faults.injected", counts.faults(), LongAdder::sum)
        .description("Faults that were injected into answers.")
        .register(registry);
  }

  private void signing(SigningTimes times) {
    FunctionTimer.builder(
            "authmock.signing",
            times,
            SigningTimes::count,
            SigningTimes::nanos,
            TimeUnit.NANOSECONDS)
        .description("The time that signatures took.")
        .register(registry);
    Gauge.builder(
            "authmock.signing.seconds.max", times, all -> all.longestNanos() / NANOS_PER_SECOND)
        .description("The time that the slowest signature took.")
        .register(registry);
  }

  private void store(MeasuredStore store) {
    StoreLevel level = store.level();
    Gauge.builder("authmock.store.entries", store, now -> now.level().entries())
        .description("What is in the stores of this server, by store.")
        .tag("store", level.store())
        .register(registry);
    Gauge.builder("authmock.store.capacity", level, StoreLevel::capacity)
        .description("What each store holds at the most.")
        .tag("store", level.store())
        .strongReference(true)
        .register(registry);
  }

  private void jvm() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  @PreDestroy
  void close() {
    collections.close();
    registry.close();
  }
}
