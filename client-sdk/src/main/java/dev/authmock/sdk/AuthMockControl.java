package dev.authmock.sdk;

import dev.authmock.sdk.control.api.EvaluationApi;
import dev.authmock.sdk.control.api.JournalApi;
import dev.authmock.sdk.control.api.MintingApi;
import dev.authmock.sdk.control.api.ProblemsApi;
import dev.authmock.sdk.control.api.ResetApi;
import dev.authmock.sdk.control.model.AuthorizationCodeOrder;
import dev.authmock.sdk.control.model.EvaluatedRequest;
import dev.authmock.sdk.control.model.EvaluationOrder;
import dev.authmock.sdk.control.model.Flow;
import dev.authmock.sdk.control.model.JournalEntry;
import dev.authmock.sdk.control.model.JournalPage;
import dev.authmock.sdk.control.model.MintedAuthorizationCode;
import dev.authmock.sdk.control.model.MintedPreAuthorizedCode;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * What a tester steers the Auth Mock by: codes made to order and the journal here, and a class of
 * its own for each of {@link #faults}, {@link #clock}, {@link #tokenShapes}, {@link #clients},
 * {@link #reports}, {@link #reference} and {@link #operations}.
 *
 * <p>The server takes this from callers on its own machine only, or from whoever sends its control
 * token (see {@link AuthMockClientBuilder#controlToken(String)}). Immutable and thread-safe. Each
 * method throws {@link AuthMockException} if the server refuses, and {@link
 * AuthMockUnavailableException} if there is no answer of an Auth Mock. An argument that is null is a
 * {@link NullPointerException}, and nothing is sent.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457#section-3.1.5">RFC 9457, section 3.1.5, what
 *     {@code instance} is for</a>
 */
public final class AuthMockControl {

  private final Calls calls;
  private final MintingApi minting;
  private final JournalApi journal;
  private final ProblemsApi problems;
  private final ResetApi reset;
  private final EvaluationApi evaluation;
  private final FaultControl faults;
  private final ClockControl clock;
  private final TokenShapeControl tokenShapes;
  private final ClientControl clients;
  private final ReportControl reports;
  private final ReferenceControl reference;
  private final OperationsControl operations;

  AuthMockControl(Calls calls, Transport transport) {
    this.calls = calls;
    this.minting = new MintingApi(transport);
    this.journal = new JournalApi(transport);
    this.problems = new ProblemsApi(transport);
    this.reset = new ResetApi(transport);
    this.evaluation = new EvaluationApi(transport);
    this.faults = new FaultControl(calls, transport);
    this.clock = new ClockControl(calls, transport);
    this.tokenShapes = new TokenShapeControl(calls, transport);
    this.clients = new ClientControl(calls, transport);
    this.reports = new ReportControl(calls, transport);
    this.reference = new ReferenceControl(calls, transport, problems);
    this.operations = new OperationsControl(calls, transport);
  }

  /**
   * Makes the authorization code that an authorization request would have led to.
   *
   * @param order all that is to be bound to the code; {@code client_id} is required, and {@code
   *     code_challenge} too if that is a DID
   * @return the code and its lifetime in seconds
   * @throws AuthMockException if no such code can be made
   */
  public MintedAuthorizationCode mintAuthorizationCode(AuthorizationCodeOrder order) {
    Objects.requireNonNull(order, "order");
    return calls.answer(
        () -> minting.mintAuthorizationCodeWithHttpInfo(order), MintedAuthorizationCode::getCode);
  }

  /**
   * Makes the pre-authorized code that a credential offer would have carried.
   *
   * @param order all that is to be bound to the code; {@code client_id} is required
   * @return the code, its PIN unless none was wanted, and its lifetime in seconds
   * @throws AuthMockException if no such code can be made
   */
  public MintedPreAuthorizedCode mintPreAuthorizedCode(PreAuthorizedCodeOrder order) {
    Objects.requireNonNull(order, "order");
    return calls.answer(
        () -> minting.mintPreAuthorizedCodeWithHttpInfo(order),
        MintedPreAuthorizedCode::getPreAuthorizedCode);
  }

  /**
   * The newest requests that were evaluated.
   *
   * @return up to 100 entries, newest first
   */
  public JournalPage journal() {
    return journal(JournalQuery.all());
  }

  /**
   * The newest requests that fit a query.
   *
   * @param query which entries
   * @return the entries, newest first
   * @throws AuthMockException if the limit is not 1 to 1000
   */
  public JournalPage journal(JournalQuery query) {
    Objects.requireNonNull(query, "query");
    return calls.answer(
        () -> journal.listJournalWithHttpInfo(
            query.limit(),
            query.clientId(),
            query.flow(),
            query.failedCheck(),
            query.outcome() == null ? null : query.outcome().name().toLowerCase(Locale.ROOT)),
        JournalPage::getTotal);
  }

  /**
   * What happened to one request: every rule that was tried, in order.
   *
   * @param id the id of the entry
   * @return the entry, with secrets as fingerprints
   * @throws AuthMockException with status 404 if the journal has no such entry any more
   * @throws IllegalArgumentException if the id is blank
   */
  public JournalEntry readJournalEntry(String id) {
    PathSegment.require(id, "id");
    return calls.answer(() -> journal.readJournalEntryWithHttpInfo(id), JournalEntry::getId);
  }

  /**
   * What happened to one request, by the URI that its problem gave.
   *
   * <p>The entry is asked of this client's base URL: where the server is reached by another name
   * than it has for itself, say, from another container, the URI alone would lead nowhere.
   *
   * @param instance {@link ProblemDetails#instance()}
   * @return the entry, with secrets as fingerprints
   * @throws AuthMockException with status 404 if the journal has no such entry any more
   * @throws IllegalArgumentException if the URI does not end in an id
   */
  public JournalEntry readJournalEntry(URI instance) {
    return readJournalEntry(LastSegment.of(Objects.requireNonNull(instance, "instance")));
  }

  /**
   * Why a request was refused: every rule that was tried, the last of them the one it broke.
   *
   * @param refused the refusal
   * @return the journal's entry on that request
   * @throws AuthMockException with status 404 if the journal has no such entry any more
   * @throws IllegalArgumentException if the refusal has no {@code instance}
   */
  public JournalEntry explain(AuthMockException refused) {
    URI instance = Objects.requireNonNull(refused, "refused").problem().instance();
    if (instance == null) {
      throw new IllegalArgumentException("the journal has no entry on: " + refused.getMessage());
    }
    return readJournalEntry(instance);
  }

  /**
   * The story of one wallet's attempt: its offer, its authorization request, its answer, its token
   * request, its credential requests.
   *
   * @param id the {@code flow} of a journal entry
   * @return the flow with its journal entries, oldest first
   * @throws AuthMockException with status 404 if the journal has nothing of such a flow any more
   * @throws IllegalArgumentException if the id is blank
   */
  public Flow readFlow(String id) {
    PathSegment.require(id, "id");
    return calls.answer(() -> journal.readFlowWithHttpInfo(id), Flow::getId);
  }

  /**
   * What happened to the newest request of a wallet or another client; what a tester asks for at
   * {@code /mock/…} is not meant. The newest is the one that was answered last: a request that a
   * fault still holds back is not in the journal yet.
   *
   * @return its entry; empty if there is none since the journal was cleared
   */
  public Optional<JournalEntry> lastEvaluation() {
    return newest(JournalQuery.all());
  }

  /**
   * What happened to the newest request of one client, the one that was answered last.
   *
   * @param clientId its {@code client_id} or DID
   * @return its entry; empty if there is none since the journal was cleared
   */
  public Optional<JournalEntry> lastEvaluation(String clientId) {
    return newest(JournalQuery.all().withClientId(clientId));
  }

  private Optional<JournalEntry> newest(JournalQuery query) {
    // Mostly it is among the first; behind many orders of a tester it is further down.
    return newest(query, 10).or(() -> newest(query, 1000));
  }

  private Optional<JournalEntry> newest(JournalQuery query, int limit) {
    return journal(query.withLimit(limit)).getEntries().stream()
        .filter(entry -> entry.getEndpoint() != null)
        .findFirst();
  }

  /**
   * Why a token request is refused, without sending it: no code is redeemed, no PIN costs a try, and
   * the journal does not hear of it.
   *
   * @param request its form body, or a curl command that sends it
   * @return the verdict that it would get now
   * @throws AuthMockException if it is neither
   */
  public EvaluatedRequest evaluate(String request) {
    EvaluationOrder order =
        new EvaluationOrder().request(Objects.requireNonNull(request, "request"));
    return calls.answer(
        () -> evaluation.evaluateTokenRequestWithHttpInfo(order), EvaluatedRequest::getOutcome);
  }

  /**
   * Faults, which make the server misbehave on purpose.
   *
   * @return their control
   */
  public FaultControl faults() {
    return faults;
  }

  /**
   * The clock by which the server decides what has expired.
   *
   * @return its control
   */
  public ClockControl clock() {
    return clock;
  }

  /**
   * Token shapes, which give tokens other claims.
   *
   * @return their control
   */
  public TokenShapeControl tokenShapes() {
    return tokenShapes;
  }

  /**
   * The registered clients.
   *
   * @return their control
   */
  public ClientControl clients() {
    return clients;
  }

  /**
   * The conformance reports of clients.
   *
   * @return where they are read
   */
  public ReportControl reports() {
    return reports;
  }

  /**
   * The rules and the kinds of problem.
   *
   * @return where they are read
   */
  public ReferenceControl reference() {
    return reference;
  }

  /**
   * The server's health and metrics.
   *
   * @return where they are read
   */
  public OperationsControl operations() {
    return operations;
  }

  /** Forgets all entries of the journal. */
  public void clearJournal() {
    calls.done(journal::clearJournalWithHttpInfo);
  }

  /**
   * Starts afresh: forgets all codes, nonces and replays, the journal, the reports, the faults, the
   * token shapes, and the clients that registered themselves; the clock shows the real time. What is
   * configured and the signing keys stay.
   */
  public void reset() {
    calls.done(reset::resetWithHttpInfo);
  }

  /**
   * The generated operations on codes, for what has no method here.
   *
   * @return the operations, with the control token where one is set
   */
  public MintingApi mintingApi() {
    return minting;
  }

  /**
   * The generated operations on the journal, for what has no method here.
   *
   * @return the operations, with the control token where one is set
   */
  public JournalApi journalApi() {
    return journal;
  }

  /**
   * The generated operation that tells what a kind of problem means.
   *
   * @return the operations, with the control token where one is set
   */
  public ProblemsApi problemsApi() {
    return problems;
  }

  /**
   * The generated operation that evaluates a token request without redeeming anything.
   *
   * @return the operations, with the control token where one is set
   */
  public EvaluationApi evaluationApi() {
    return evaluation;
  }

  /**
   * The generated operation that starts afresh.
   *
   * @return the operations, with the control token where one is set
   */
  public ResetApi resetApi() {
    return reset;
  }
}
