package dev.authmock.fetch;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Fetches documents from hosts that nobody vouches for, within limits of time, size, number and
 * address.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9700#section-4">RFC 9700 §4, attacks</a>
 */
@Singleton
public final class GuardedHttpClient implements AutoCloseable {

  private final FetchSettings settings;
  private final DnsResolver resolver;
  private final Admission admission = new Admission();
  private final ExecutorService workers = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "fetch");
    thread.setDaemon(true);
    return thread;
  });

  private @Nullable CloseableHttpClient http;

  @Inject
  public GuardedHttpClient(FetchSettings settings) {
    this(settings, InetAddress::getAllByName);
  }

  GuardedHttpClient(FetchSettings settings, HostResolver resolver) {
    this.settings = settings;
    this.resolver = new GuardedDnsResolver(resolver, new AddressRules(settings.denyPrivate()));
  }

  /** Gets the text at that URL, or says in time why that can't be. */
  public Fetched get(URI uri, String accept) throws FetchException {
    Origin origin = Origin.of(uri);
    Exchange exchange = new Exchange(http(), settings.maxBodySize(), origin, accept);
    Future<Fetched> running = start(exchange, uri, origin);
    try {
      return running.get(settings.totalTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      exchange.abort();
      throw Failures.timedOut(origin);
    } catch (InterruptedException e) {
      exchange.abort();
      Thread.currentThread().interrupt();
      throw Failures.timedOut(origin);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof FetchException failure) {
        throw failure;
      }
      throw new IllegalStateException("An outgoing request failed in a way of its own", e);
    }
  }

  /** How many requests hold a place, also those whose caller has given up on them. */
  int underWay() {
    return admission.underWay();
  }

  /**
   * The exchange runs in a thread of its own, since nothing but leaving it behind ends a wait for a
   * name server; its place is free again only when it has really ended.
   */
  private Future<Fetched> start(Exchange exchange, URI uri, Origin origin) throws FetchException {
    admission.enter(origin.toString());
    try {
      return workers.submit(() -> {
        try {
          return exchange.run(uri);
        } finally {
          admission.leave(origin.toString());
        }
      });
    } catch (RejectedExecutionException e) {
      admission.leave(origin.toString());
      throw new FetchException(FetchException.Reason.BUSY, "this server is shutting down");
    }
  }

  /** Made at the first request: the JVM's trusted certificates take a while to read. */
  private synchronized CloseableHttpClient http() {
    if (http == null) {
      http = BareHttpClient.create(settings, resolver);
    }
    return http;
  }

  @Override
  @PreDestroy
  public synchronized void close() throws IOException {
    workers.shutdownNow();
    if (http != null) {
      http.close();
    }
  }
}
