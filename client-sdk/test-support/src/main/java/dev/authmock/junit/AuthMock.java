package dev.authmock.junit;

import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.AuthMockControl;
import dev.authmock.sdk.Faults;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import dev.authmock.sdk.control.model.ClockReading;
import dev.authmock.sdk.control.model.Fault;
import dev.authmock.sdk.control.model.FaultOrder;
import dev.authmock.sdk.control.model.JournalEntry;
import dev.authmock.sdk.control.model.MintedAuthorizationCode;
import dev.authmock.sdk.control.model.MintedPreAuthorizedCode;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import java.time.Duration;
import java.util.NoSuchElementException;

/**
 * The mock that a test runs against, and what a test does with it most; {@link #control()} does the
 * rest. Immutable and thread-safe.
 */
public final class AuthMock {

  private final String baseUrl;
  private final String issuer;
  private final AuthMockClient client;

  AuthMock(String baseUrl, String issuer, AuthMockClient client) {
    this.baseUrl = baseUrl;
    this.issuer = issuer;
    this.client = client;
  }

  /**
   * Where the mock is.
   *
   * @return scheme, host and port, without a slash at the end
   */
  public String baseUrl() {
    return baseUrl;
  }

  /**
   * The URL of the authorization server, for what a wallet under test is configured with.
   *
   * @return the issuer; {@code /token}, {@code /authorize} and {@code
   *     /.well-known/openid-configuration} are below it
   */
  public String issuer() {
    return issuer;
  }

  /**
   * A client of the mock.
   *
   * @return the SDK
   */
  public AuthMockClient client() {
    return client;
  }

  /**
   * All that the mock can be steered by.
   *
   * @return the control of the SDK
   */
  public AuthMockControl control() {
    return client.control();
  }

  /**
   * Makes the authorization code that an authorization request would have led to.
   *
   * @param order all that is to be bound to the code; {@code client_id} is required, and {@code
   *     code_challenge} too if that is a DID
   * @return the code and its lifetime
   */
  public MintedAuthorizationCode mintCode(AuthorizationCodeOrder order) {
    return control().mintAuthorizationCode(order);
  }

  /**
   * Makes the pre-authorized code that an offer to a wallet would have carried.
   *
   * @param clientId the DID of the wallet
   * @return the code, and the PIN that the conformance tests derive from the DID
   */
  public MintedPreAuthorizedCode mintPreAuthorizedCode(String clientId) {
    return control().mintPreAuthorizedCode(new PreAuthorizedCodeOrder().clientId(clientId));
  }

  /**
   * Makes the mock misbehave.
   *
   * @param order what goes wrong, and for which requests (see {@link Faults})
   * @return the fault, which hits from now on
   */
  public Fault injectFault(FaultOrder order) {
    return control().faults().inject(order);
  }

  /**
   * Lets time pass for the mock.
   *
   * @param by more than zero
   * @return what its clock shows
   */
  public ClockReading advanceClock(Duration by) {
    return control().clock().advance(by);
  }

  /**
   * What happened to the newest request to the mock: every rule that was tried, and which one it
   * broke. Requests at {@code /mock/…} are not meant.
   *
   * <p>The newest is the one that was answered last. A request that a fault still holds back is not
   * in the journal yet.
   *
   * @return its journal entry
   * @throws NoSuchElementException if there was no request since the last reset
   */
  public JournalEntry lastEvaluation() {
    return control()
        .lastEvaluation()
        .orElseThrow(() -> new NoSuchElementException("no request has come to the Auth Mock"));
  }

  /**
   * What happened to the newest request of one client, the one that was answered last.
   *
   * @param clientId its {@code client_id} or DID
   * @return its journal entry
   * @throws NoSuchElementException if there was no request of it since the last reset
   */
  public JournalEntry lastEvaluation(String clientId) {
    return control()
        .lastEvaluation(clientId)
        .orElseThrow(() ->
            new NoSuchElementException("no request of " + clientId + " has come to the Auth Mock"));
  }

  /**
   * Forgets all that has happened, as is done before each test: after the constructor of the test
   * class and {@code @BeforeAll}, and before {@code @BeforeEach}.
   */
  public void reset() {
    control().reset();
  }

  /** Tells where the mock is. */
  @Override
  public String toString() {
    return "AuthMock[" + baseUrl + "]";
  }
}
