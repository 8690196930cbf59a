package dev.authmock.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The rules applied to one request, in order, up to the first that it broke.
 *
 * <p>Not safe for use by several threads at once: one request is looked at by one thread at a time.
 */
public final class Evaluation {
  /** The longest client_id that can be registered; what is longer is not worth the memory. */
  private static final int MAX_CLIENT_ID = 2048;

  /** As many as a presentation may have, and what comes with it. */
  private static final int MAX_JWTS = 24;

  /** How many characters of JWTs are kept in all. */
  private static final int ROOM_FOR_JWTS = 40_000;

  private final String id;
  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private @Nullable String clientId;
  private @Nullable String flowId;
  private final Map<String, String> answer = new LinkedHashMap<>();
  private final List<UnsignedJwt> jwts = new ArrayList<>();
  private final List<UnsignedJwt> answerJwts = new ArrayList<>();
  private int roomForJwts = ROOM_FOR_JWTS;
  private final List<String> faults = new ArrayList<>();
  private final Consumer<Evaluation> beforeDecision;
  private @Nullable String credentialType;
  private @Nullable OfferedNonce offeredNonce;

  /**
   * An evaluation in which nothing was tried yet.
   *
   * @param id the unguessable id that its journal entry will have
   */
  public Evaluation(String id) {
    this(id, evaluation -> {});
  }

  /**
   * The same for a request that a tester may want to end.
   *
   * @param beforeDecision called by {@link #beforeDecision}; may throw a {@link RefusedException}
   */
  public Evaluation(String id, Consumer<Evaluation> beforeDecision) {
    this.id = id;
    this.beforeDecision = beforeDecision;
  }

  /** Forgets all that was tried and noted, for the request is looked at once more from its start. */
  public void startAgain() {
    findings.clear();
    parameters.clear();
    clientId = null;
    flowId = null;
    answer.clear();
    jwts.clear();
    answerJwts.clear();
    roomForJwts = ROOM_FOR_JWTS;
    faults.clear();
    credentialType = null;
    offeredNonce = null;
  }

  /** The id of the journal entry. */
  public String id() {
    return id;
  }

  /**
   * Applies a rule: records that it was kept, or that it was broken, and then ends the request.
   *
   * @param difference what was expected and what came; asked for only where the rule was broken
   * @throws RefusedException if the rule does not hold
   */
  public void require(Check check, boolean holds, Supplier<Difference> difference) {
    if (!holds) {
      throw refuse(check, difference.get());
    }
    pass(check);
  }

  /**
   * Applies the rule that something must have been sent.
   *
   * @param expected what to send
   * @return the value
   * @throws RefusedException if it is not there
   */
  public <T> T requirePresent(Check check, @Nullable T value, String expected) {
    if (value == null) {
      throw refuse(check, Difference.missing(expected));
    }
    pass(check);
    return value;
  }

  /** Records that a rule was kept, where something else has shown it. */
  public void pass(Check check) {
    findings.add(Finding.kept(check));
  }

  /** Records that a rule was broken; the exception is to be thrown. */
  public RefusedException refuse(Check check, Difference difference) {
    findings.add(new Finding(check, difference));
    return new RefusedException(check, difference);
  }

  /** Records a refusal that was decided where there was no evaluation at hand. */
  public void record(RefusedException refusal) {
    boolean recorded = findings.stream().anyMatch(f -> !f.passed() && f.check() == refusal.check());
    if (!recorded) {
      findings.add(new Finding(refusal.check(), refusal.difference()));
    }
  }

  /** Notes a parameter as it may be shown: of a secret, its {@link Fingerprint}. */
  public void note(String parameter, @Nullable String shown) {
    if (shown != null) {
      parameters.put(parameter, shown);
    }
  }

  /** Notes which client the request names. */
  public void noteClient(@Nullable String client) {
    clientId = client == null ? null : shorten(client);
  }

  /** The client that the request named, if any. */
  public @Nullable String clientId() {
    return clientId;
  }

  /** Notes which flow the request belongs to, as soon as that is known. */
  public void noteFlow(@Nullable String flow) {
    if (flow != null) {
      flowId = flow;
    }
  }

  /** The flow that the request belongs to, if that is known. */
  public @Nullable String flowId() {
    return flowId;
  }

  /** Gives the sender a c_nonce to go on with, be the request refused or not. */
  public void offerNonce(OfferedNonce fresh) {
    offeredNonce = fresh;
    noteAnswer("c_nonce", Fingerprint.of(fresh.value()));
    noteAnswer("c_nonce_expires_in", Integer.toString(fresh.expiresIn()));
  }

  /** The c_nonce that goes out with a refusal, if there is one. */
  public @Nullable OfferedNonce offeredNonce() {
    return offeredNonce;
  }

  private static String shorten(String client) {
    return client.length() > MAX_CLIENT_ID ? client.substring(0, MAX_CLIENT_ID) + "..." : client;
  }

  /** Notes which type of credential the request is on the way to. */
  public void noteCredentialType(@Nullable String type) {
    if (type != null) {
      credentialType = Difference.shorten(type);
    }
  }

  /** The type of credential that the request is on the way to, if that is known. */
  public @Nullable String credentialType() {
    return credentialType;
  }

  /** Notes a JWT of the request, of which the signature is not kept. */
  public void noteJwt(String name, String compact) {
    keep(jwts, name, compact);
  }

  /** The JWTs of the request. */
  public List<UnsignedJwt> jwts() {
    return List.copyOf(jwts);
  }

  /** Notes a member of the answer as it may be shown: of a secret, its {@link Fingerprint}. */
  public void noteAnswer(String member, String shown) {
    answer.put(member, shown);
  }

  /** What was answered, in order. */
  public Map<String, String> answer() {
    return NotedTexts.copyOf(answer);
  }

  /** Notes a JWT of the answer, of which the signature is not kept. */
  public void noteAnswerJwt(String name, String compact) {
    keep(answerJwts, name, compact);
  }

  private void keep(List<UnsignedJwt> list, String name, String compact) {
    if (jwts.size() + answerJwts.size() < MAX_JWTS) {
      UnsignedJwt kept = UnsignedJwt.of(name, compact, roomForJwts);
      roomForJwts -= kept.encoded().length();
      list.add(kept);
    }
  }

  /** The JWTs of the answer. */
  public List<UnsignedJwt> answerJwts() {
    return List.copyOf(answerJwts);
  }

  /** Forgets a member of the answer, or a JWT in its place, which goes out otherwise or not at all. */
  public void forgetAnswer(String member) {
    answer.remove(member);
    answerJwts.removeIf(jwt -> jwt.name().equals(member));
  }

  /** Notes that a fault was injected into the answer. */
  public void noteFault(String name) {
    faults.add(name);
  }

  /** The names of the faults that were injected. */
  public List<String> faults() {
    return List.copyOf(faults);
  }

  /**
   * To be called when it is noted whose request it is, and before it changes anything.
   *
   * @throws RefusedException if a tester wants it to end here
   */
  public void beforeDecision() {
    beforeDecision.accept(this);
  }

  /** Whether a rule was tried, or a fault injected. */
  public boolean hasSomethingToTell() {
    return !findings.isEmpty() || !faults.isEmpty();
  }

  /** The rules that were tried, in order. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** The parameters that were noted, in order. */
  public Map<String, String> parameters() {
    return NotedTexts.copyOf(parameters);
  }
}
