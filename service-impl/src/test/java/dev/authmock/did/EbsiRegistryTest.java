package dev.authmock.did;

import static dev.authmock.did.DidDocuments.DID;
import static dev.authmock.did.DidDocuments.KEY_1;
import static dev.authmock.did.DidDocuments.KEY_2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.jwk.ECKey;
import dev.authmock.did.DidResolutionException.Reason;
import dev.authmock.fetch.FakeHost;
import dev.authmock.fetch.GuardedHttpClient;
import dev.authmock.grant.SteppingClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EbsiRegistryTest {

  private final ECKey first = DidDocuments.key();
  private final ECKey second = DidDocuments.key();
  private final SteppingClock clock = new SteppingClock();
  private final FakeRegistry registry = new FakeRegistry();
  private final DidResolver resolver = registry.resolver(clock);

  @AfterEach
  void close() throws IOException {
    registry.close();
  }

  @Test
  void a_key_comes_from_the_document_at_the_registry() throws Exception {
    registry.holds(DidDocuments.of(first));

    assertThat(resolver.authenticationKey(KEY_1).jwk().getX()).isEqualTo(first.getX());
    assertThat(resolver.key(KEY_1, VerificationRelationship.ASSERTION_METHOD).keyId())
        .contains(KEY_1);
    assertThat(registry.requests())
        .singleElement()
        .satisfies(head -> assertThat(head.lines())
            .contains(
                "GET /did-registry/v5/identifiers/" + DID + " HTTP/1.1",
                "Accept: application/did+ld+json, application/json;q=0.9"));
  }

  @Test
  void a_document_is_fetched_again_when_it_is_too_old() throws Exception {
    registry.holds(DidDocuments.of(first));
    resolver.authenticationKey(KEY_1);
    registry.holds(DidDocuments.of(second));

    clock.advance(FakeRegistry.MAX_AGE.minusMillis(1));
    assertThat(resolver.authenticationKey(KEY_1).jwk().getX()).isEqualTo(first.getX());
    clock.advance(Duration.ofMillis(1));
    assertThat(resolver.authenticationKey(KEY_1).jwk().getX()).isEqualTo(second.getX());
    assertThat(registry.requests()).hasSize(2);
  }

  @Test
  void a_reset_forgets_the_documents() throws Exception {
    EbsiRegistry cache = registry.registry(clock);
    registry.holds(DidDocuments.of(first));
    cache.key(new EbsiDid(DID), KEY_1, VerificationRelationship.AUTHENTICATION);
    cache.reset();
    cache.key(new EbsiDid(DID), KEY_1, VerificationRelationship.AUTHENTICATION);

    assertThat(registry.requests()).hasSize(2);
  }

  @Test
  void a_method_that_is_not_in_a_kept_document_has_it_fetched_anew() throws Exception {
    registry.holds(DidDocuments.of(first));
    resolver.authenticationKey(KEY_1);
    registry.holds(twoKeys());

    assertThat(resolver.authenticationKey(KEY_2).jwk().getX()).isEqualTo(second.getX());
    assertThat(registry.requests()).hasSize(2);
  }

  @Test
  void a_use_that_a_kept_document_does_not_allow_has_it_fetched_anew() throws Exception {
    registry.holds(
        DidDocuments.of(List.of(DidDocuments.method(KEY_1, first)), List.of(KEY_1), List.of()));
    resolver.authenticationKey(KEY_1);
    registry.holds(DidDocuments.of(first));

    assertThat(
            resolver.key(KEY_1, VerificationRelationship.ASSERTION_METHOD).jwk().getX())
        .isEqualTo(first.getX());
  }

  @Test
  void unknown_methods_have_it_fetched_anew_once_per_interval() throws Exception {
    registry.holds(DidDocuments.of(first));
    resolver.authenticationKey(KEY_1);

    for (int i = 0; i < 5; i++) {
      assertThat(failure(DID + "#unknown-" + i).reason()).isEqualTo(Reason.NO_SUCH_METHOD);
    }
    assertThat(registry.requests()).hasSize(2);

    clock.advance(FakeRegistry.REFRESH_INTERVAL);
    assertThat(failure(KEY_2).reason()).isEqualTo(Reason.NO_SUCH_METHOD);
    assertThat(registry.requests()).hasSize(3);
  }

  @Test
  void a_document_that_was_fetched_just_now_is_not_fetched_again() {
    registry.holds(DidDocuments.of(first));

    assertThat(failure(KEY_2).reason()).isEqualTo(Reason.NO_SUCH_METHOD);
    assertThat(registry.requests()).hasSize(1);
  }

  @Test
  void a_registry_that_fails_leaves_the_verdict_to_the_kept_document() throws Exception {
    registry.holds(DidDocuments.of(first));
    resolver.authenticationKey(KEY_1);
    registry.answers("HTTP/1.1 500 Odd\r\nContent-Length: 0\r\n\r\n");

    assertThat(failure(KEY_2).reason()).isEqualTo(Reason.NO_SUCH_METHOD);
    assertThat(resolver.authenticationKey(KEY_1).jwk().getX()).isEqualTo(first.getX());
  }

  @ParameterizedTest
  @CsvSource({
    "404, NOT_REGISTERED",
    "410, NOT_REGISTERED",
    "400, REGISTRY_FAILED",
    "401, REGISTRY_FAILED",
    "500, REGISTRY_FAILED"
  })
  void a_status_is_told_with_no_more_of_the_url_than_its_origin(int status, Reason reason) {
    registry.answers("HTTP/1.1 " + status + " Odd\r\nContent-Length: 0\r\n\r\n");
    DidResolutionException e = failure(KEY_1);

    assertThat(e.reason()).isEqualTo(reason);
    assertThat(e.description())
        .endsWith(registry.origin() + " answered with status " + status)
        .doesNotContain("did-registry")
        .doesNotContain(DID);
  }

  @Test
  void what_failed_is_tried_again() throws Exception {
    registry.answers("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
    assertThat(failure(KEY_1).reason()).isEqualTo(Reason.NOT_REGISTERED);
    registry.answers(FakeHost.ok("{}"));
    assertThat(failure(KEY_1).reason()).isEqualTo(Reason.DOCUMENT_MALFORMED);
    registry.holds(DidDocuments.of(first));

    assertThat(resolver.authenticationKey(KEY_1).keyId()).contains(KEY_1);
  }

  @Test
  void a_document_that_is_too_big_is_not_read() {
    registry.answers(FakeHost.ok(" ".repeat(512 * 1024) + "{}"));

    assertThat(failure(KEY_1).reason()).isEqualTo(Reason.REGISTRY_FAILED);
  }

  @Test
  void a_redirect_to_another_host_is_not_followed() {
    registry.answers(
        "HTTP/1.1 302 Go\r\nLocation: http://169.254.169.254/\r\nContent-Length: 0\r\n\r\n");

    assertThat(failure(KEY_1).reason()).isEqualTo(Reason.REGISTRY_FAILED);
  }

  @Test
  void a_registry_that_hangs_or_does_not_listen_is_told() throws Exception {
    int closedPort;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closedPort = closed.getLocalPort();
    }
    try (FakeHost hanging = FakeHost.neverAnswering();
        GuardedHttpClient http = FakeRegistry.client()) {
      String slow = "http://127.0.0.1:" + hanging.port();
      String closed = "http://127.0.0.1:" + closedPort;

      assertThat(failure(FakeRegistry.resolver(http, clock, Optional.of(slow)), KEY_1))
          .hasMessage("the registry gave no document: " + slow + " did not answer in time")
          .extracting(DidResolutionException::reason)
          .isEqualTo(Reason.REGISTRY_FAILED);
      assertThat(failure(FakeRegistry.resolver(http, clock, Optional.of(closed)), KEY_1))
          .hasMessage("the registry gave no document: " + closed + " does not accept connections");
    }
  }

  @Test
  void a_did_that_breaks_the_rules_is_not_asked_for() {
    for (String did : List.of("did:ebsi:z..", "did:ebsi:zZZ", "did:ebsi:z%2F", "did:ebsi:a")) {
      assertThat(failure(did + "#keys-1").reason()).isEqualTo(Reason.INVALID_DID);
    }
    assertThat(registry.requests()).isEmpty();
  }

  private Map<String, Object> twoKeys() {
    return DidDocuments.of(
        List.of(DidDocuments.method(KEY_1, first), DidDocuments.method(KEY_2, second)),
        List.of(KEY_1, KEY_2),
        List.of());
  }

  private DidResolutionException failure(String kid) {
    return failure(resolver, kid);
  }

  private static DidResolutionException failure(DidResolver resolver, String kid) {
    return catchThrowableOfType(
        DidResolutionException.class, () -> resolver.authenticationKey(kid));
  }
}
