package dev.authmock.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.fetch.FetchException.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BusyTest {

  private final ExecutorService callers = Executors.newCachedThreadPool();
  private final HostResolver everyNameIsLocal =
      name -> new InetAddress[] {InetAddress.getLoopbackAddress()};
  private final GuardedHttpClient client = new GuardedHttpClient(
      new FetchSettings(Duration.ofSeconds(1), Duration.ofSeconds(30), 1024, false),
      everyNameIsLocal);

  @AfterEach
  void close() throws Exception {
    callers.shutdownNow();
    client.close();
  }

  @Test
  void a_hanging_host_is_busy_at_the_seventeenth_request_and_others_are_served() throws Exception {
    CountDownLatch came = new CountDownLatch(Admission.MAX_PER_ORIGIN);
    CountDownLatch go = new CountDownLatch(1);
    try (FakeHost hanging = holding(came, go);
        FakeHost other = FakeHost.answering(FakeHost.ok("other"))) {
      List<Future<Fetched>> waiting =
          request(hanging.uri("hanging.example", "/"), Admission.MAX_PER_ORIGIN);
      assertThat(came.await(10, TimeUnit.SECONDS)).isTrue();

      FetchException e = Fetching.failure(client, hanging.uri("HANGING.example", "/other"));
      assertThat(e.reason()).isEqualTo(Reason.BUSY);
      assertThat(client.get(other.uri("other.example", "/"), Fetching.JSON).body())
          .isEqualTo("other");

      go.countDown();
      for (Future<Fetched> future : waiting) {
        assertThat(future.get(10, TimeUnit.SECONDS).body()).isEqualTo("late");
      }
      assertThat(client.get(hanging.uri("hanging.example", "/"), Fetching.JSON).body())
          .as("the places are free again")
          .isEqualTo("late");
    }
  }

  @Test
  void at_128_requests_in_all_every_host_is_busy() throws Exception {
    CountDownLatch came = new CountDownLatch(Admission.MAX_IN_ALL);
    CountDownLatch go = new CountDownLatch(1);
    try (FakeHost hanging = holding(came, go)) {
      List<Future<Fetched>> waiting = new ArrayList<>();
      for (int i = 0; i < Admission.MAX_IN_ALL / Admission.MAX_PER_ORIGIN; i++) {
        waiting.addAll(
            request(hanging.uri("host" + i + ".example", "/"), Admission.MAX_PER_ORIGIN));
      }
      assertThat(came.await(20, TimeUnit.SECONDS)).isTrue();

      assertThat(Fetching.failure(client, hanging.uri("new.example", "/")).reason())
          .isEqualTo(Reason.BUSY);

      go.countDown();
      for (Future<Fetched> future : waiting) {
        assertThat(future.get(10, TimeUnit.SECONDS).body()).isEqualTo("late");
      }
    }
  }

  @Test
  void a_refused_url_takes_no_place() {
    for (int i = 0; i < 200; i++) {
      Fetching.failure(client, URI.create("ftp://host.example/"));
    }
    assertThat(client.underWay()).isZero();
  }

  @Test
  void a_closed_client_is_busy_for_ever() throws Exception {
    GuardedHttpClient closed = Fetching.client();
    closed.close();

    assertThat(Fetching.failure(closed, URI.create("http://127.0.0.1:1/")).reason())
        .isEqualTo(Reason.BUSY);
    assertThat(closed.underWay()).isZero();
  }

  private static FakeHost holding(CountDownLatch came, CountDownLatch go) {
    return FakeHost.that((socket, out) -> {
      came.countDown();
      go.await();
      out.write(FakeHost.ok("late").getBytes(StandardCharsets.US_ASCII));
    });
  }

  private List<Future<Fetched>> request(URI uri, int times) {
    List<Future<Fetched>> futures = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      futures.add(callers.submit(() -> client.get(uri, Fetching.JSON)));
    }
    return futures;
  }
}
