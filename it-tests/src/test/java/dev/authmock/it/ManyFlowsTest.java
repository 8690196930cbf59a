package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTParser;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.sdk.AuthMockException;
import dev.authmock.sdk.AuthorizationCodeGrant;
import dev.authmock.sdk.AuthorizationResponse;
import dev.authmock.sdk.Pkce;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.conformance.model.CredentialResponse;
import dev.authmock.sdk.conformance.model.TokenResponse;
import dev.authmock.sdk.wallet.HolderWallet;
import dev.authmock.sdk.wallet.WalletAnswer;
import dev.authmock.sdk.wallet.WalletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A thousand wallets go from an offer to a credential, many at a time; whatever is good for one use is
 * tried twice at the same moment.
 */
class ManyFlowsTest extends ServiceTest {
  private static final int FLOWS = 1000;
  private static final int AT_A_TIME = 16;
  private static final List<String> TYPES = List.of(
      "CTWalletSameAuthorisedInTime",
      "CTWalletCrossPreAuthorisedInTime",
      "CTWalletCrossAuthorisedDeferred",
      "CTWalletSamePreAuthorisedDeferred");

  /** Each kind of value that is handed out for one use, by its name. */
  private final Map<String, Set<String>> handedOut = new ConcurrentHashMap<>();

  /** The values that were handed out a second time. */
  private final ConcurrentLinkedQueue<String> doubled = new ConcurrentLinkedQueue<>();

  /** How often a value was redeemed, by the name of its kind. */
  private final Map<String, AtomicInteger> redeemed = new ConcurrentHashMap<>();

  private final ExecutorService wallets = Executors.newFixedThreadPool(AT_A_TIME);
  private final ExecutorService seconds = Executors.newCachedThreadPool();

  @AfterEach
  void stop() {
    wallets.shutdownNow();
    seconds.shutdownNow();
  }

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void a_thousand_flows_lose_nothing_and_double_nothing() throws Exception {
    List<String> credentials = new ArrayList<>();
    List<Promise> promises = new ArrayList<>();
    for (Outcome outcome : all(IntStream.range(0, FLOWS)
        .<Callable<Outcome>>mapToObj(i -> () -> flow(TYPES.get(i % TYPES.size())))
        .toList())) {
      if (outcome.credential() != null) {
        credentials.add(outcome.credential());
      } else {
        promises.add(outcome.promise());
      }
    }
    clock.advance(Duration.ofSeconds(5));
    credentials.addAll(
        all(promises.stream().<Callable<String>>map(p -> () -> keep(p)).toList()));

    assertThat(doubled).isEmpty();
    assertThat(credentials).hasSize(FLOWS).doesNotHaveDuplicates();
    int half = FLOWS / 2;
    assertThat(count(handedOut, Set::size))
        .containsExactlyInAnyOrderEntriesOf(Map.of(
            "state", half,
            "nonce", half,
            "code", half,
            "issuer_state", half,
            "pre-authorized_code", half,
            "c_nonce", 2 * FLOWS,
            "jti", FLOWS,
            "acceptance_token", half));
    assertThat(count(redeemed, AtomicInteger::get))
        .containsExactlyInAnyOrderEntriesOf(Map.of(
            "state", half,
            "code", half,
            "pre-authorized_code", half,
            "c_nonce", FLOWS,
            "acceptance_token", half));
  }

  /** One wallet's way; ends with the credential, or with the promise of it. */
  private Outcome flow(String type) throws Exception {
    HolderWallet wallet = HolderWallet.builder(sdk).clock(clock).build();
    CredentialOffer offer = wallet.readOffer(wallet.requestOffer(type));
    TokenResponse tokens = offer.getGrants().getAuthorizationCode() == null
        ? redeemPreAuthorized(wallet, offer)
        : redeemAuthorized(wallet, offer);
    handOut("c_nonce", tokens.getcNonce());
    handOut("jti", JWTParser.parse(tokens.getAccessToken()).getJWTClaimsSet().getJWTID());
    List<String> types = offer.getCredentials().get(0).getTypes();
    CredentialResponse answer = once("c_nonce", () -> wallet.requestCredential(tokens, types));
    handOut("c_nonce", answer.getcNonce());
    if (answer.getCredential() != null) {
      return new Outcome(wallet.collect(answer).jwt(), null);
    }
    handOut("acceptance_token", answer.getAcceptanceToken());
    return new Outcome(null, new Promise(answer.getAcceptanceToken()));
  }

  private TokenResponse redeemPreAuthorized(HolderWallet wallet, CredentialOffer offer)
      throws Exception {
    handOut("pre-authorized_code", offer.getGrants().getPreAuthorizedCode().getPreAuthorizedCode());
    return once("pre-authorized_code", () -> sdk.redeem(wallet.preAuthorized(offer)));
  }

  private TokenResponse redeemAuthorized(HolderWallet wallet, CredentialOffer offer)
      throws Exception {
    handOut("issuer_state", offer.getGrants().getAuthorizationCode().getIssuerState());
    Pkce pkce = Pkce.generate();
    WalletRequest request = wallet.send(wallet.authorizationRequest(offer, pkce));
    handOut("state", request.state());
    handOut("nonce", request.nonce());
    WalletAnswer answer = wallet.answer(request);
    AuthorizationResponse response = once("state", () -> wallet.post(request, answer));
    handOut("code", response.code());
    AuthorizationCodeGrant grant =
        AuthorizationCodeGrant.ofHolderWallet(response.code(), wallet.did(), pkce);
    return once("code", () -> sdk.redeem(grant));
  }

  private String keep(Promise promise) throws Exception {
    return once(
        "acceptance_token",
        () -> sdk.requestDeferredCredential(promise.acceptanceToken()).getCredential());
  }

  /** Tries it twice at the same moment: one of them has to succeed, and one has to be refused. */
  private <T> T once(String kind, Callable<T> use) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    Callable<List<T>> attempt = () -> {
      start.await(20, TimeUnit.SECONDS);
      try {
        return List.of(use.call());
      } catch (AuthMockException refused) {
        assertThat(refused.problem().status()).isBetween(400, 401);
        return List.of();
      }
    };
    Future<List<T>> second = seconds.submit(attempt);
    List<T> successes = new ArrayList<>(attempt.call());
    successes.addAll(second.get(20, TimeUnit.SECONDS));
    assertThat(successes).as("successes with one %s", kind).hasSize(1);
    redeemed.computeIfAbsent(kind, key -> new AtomicInteger()).incrementAndGet();
    return successes.get(0);
  }

  private void handOut(String kind, String value) {
    assertThat(value).as(kind).isNotBlank();
    if (!handedOut.computeIfAbsent(kind, key -> ConcurrentHashMap.newKeySet()).add(value)) {
      doubled.add(kind);
    }
  }

  private <T> List<T> all(List<Callable<T>> tasks) throws Exception {
    List<T> results = new ArrayList<>();
    for (Future<T> done : wallets.invokeAll(tasks)) {
      results.add(done.get());
    }
    return results;
  }

  private static <T> Map<String, Integer> count(
      Map<String, T> byKind, java.util.function.ToIntFunction<T> size) {
    Map<String, Integer> counts = new java.util.TreeMap<>();
    byKind.forEach((kind, values) -> counts.put(kind, size.applyAsInt(values)));
    return counts;
  }

  /** What a flow ended with: a credential, or the promise of one. */
  private record Outcome(String credential, Promise promise) {}

  private record Promise(String acceptanceToken) {}
}
