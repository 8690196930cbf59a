package dev.authmock.control;

import dev.authmock.api.control.model.AuthorizationCodeOrder;
import dev.authmock.api.control.model.AuthorizationDetail;
import dev.authmock.api.control.model.MintedAuthorizationCode;
import dev.authmock.api.control.model.MintedPreAuthorizedCode;
import dev.authmock.api.control.model.PreAuthorizedCodeOrder;
import dev.authmock.check.ControlCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.Fingerprint;
import dev.authmock.client.ClientId;
import dev.authmock.grant.AuthorizationCode;
import dev.authmock.grant.CodeChallenge;
import dev.authmock.grant.OpaqueTokens;
import dev.authmock.grant.PreAuthorizedCode;
import dev.authmock.grant.SingleUseStore;
import dev.authmock.grant.UserPin;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mints codes, as the authorization endpoint and the credential offers would have. */
@Singleton
class MintingService {
  private static final int DEFAULT_LIFETIME_SECONDS = 300;

  private final SingleUseStore<AuthorizationCode> codes;
  private final SingleUseStore<PreAuthorizedCode> preAuthorizedCodes;
  private final OpaqueTokens random;
  private final Clock clock;

  MintingService(
      SingleUseStore<AuthorizationCode> codes,
      SingleUseStore<PreAuthorizedCode> preAuthorizedCodes,
      OpaqueTokens random,
      Clock clock) {
    this.codes = codes;
    this.preAuthorizedCodes = preAuthorizedCodes;
    this.random = random;
    this.clock = clock;
  }

  MintedAuthorizationCode mint(AuthorizationCodeOrder order, Evaluation evaluation) {
    ClientId client = requireClientId(order.getClientId(), evaluation);
    String challenge = order.getCodeChallenge();
    evaluation.require(
        ControlCheck.MINT_CODE_CHALLENGE,
        client.isServiceWallet() || challenge != null,
        () -> Difference.missing("a code_challenge"));
    AuthorizationCode bound = new AuthorizationCode(
        flow(evaluation),
        client.value(),
        subject(order.getSubject(), client),
        order.getRedirectUri(),
        challenge == null ? null : new CodeChallenge(challenge),
        order.getNonce(),
        details(order.getAuthorizationDetails()));
    String code = random.next();
    codes.put(code, bound, endOf(lifetime(order.getLifetime())));
    evaluation.noteAnswer("code", Fingerprint.of(code));
    return new MintedAuthorizationCode().code(code).expiresIn(lifetime(order.getLifetime()));
  }

  MintedPreAuthorizedCode mint(PreAuthorizedCodeOrder order, Evaluation evaluation) {
    ClientId client = requireClientId(order.getClientId(), evaluation);
    String subject = subject(order.getSubject(), client);
    Optional<UserPin> pin = pin(order, subject, evaluation);
    PreAuthorizedCode bound = new PreAuthorizedCode(
        flow(evaluation),
        client.value(),
        subject,
        pin.isPresent(),
        order.getNonce(),
        details(order.getAuthorizationDetails()));
    String code = random.next();
    Instant expiresAt = endOf(lifetime(order.getLifetime()));
    pin.ifPresentOrElse(
        required ->
            preAuthorizedCodes.put(code, bound, expiresAt, required.digits(), UserPin.TRIES),
        () -> preAuthorizedCodes.put(code, bound, expiresAt));
    evaluation.noteAnswer("pre-authorized_code", Fingerprint.of(code));
    pin.ifPresent(
        required -> evaluation.noteAnswer("user_pin", Fingerprint.ofLength(required.digits())));
    return new MintedPreAuthorizedCode()
        .preAuthorizedCode(code)
        .userPinRequired(pin.isPresent())
        .userPin(pin.map(UserPin::digits).orElse(null))
        .expiresIn(lifetime(order.getLifetime()));
  }

  /** A minted code is where a flow begins. */
  private String flow(Evaluation evaluation) {
    String flow = random.next();
    evaluation.noteFlow(flow);
    return flow;
  }

  private static ClientId requireClientId(String value, Evaluation evaluation) {
    evaluation.noteClient(value);
    evaluation.note("client_id", Difference.shorten(value));
    Optional<ClientId> client = ClientId.parse(value);
    evaluation.require(
        ControlCheck.MINT_CLIENT_ID,
        client.isPresent(),
        () -> Difference.of("an http(s) URL or a did:key", value));
    return client.orElseThrow();
  }

  private static Optional<UserPin> pin(
      PreAuthorizedCodeOrder order, String subject, Evaluation evaluation) {
    String given = order.getUserPin();
    boolean required = !Boolean.FALSE.equals(order.getUserPinRequired());
    boolean derivable = subject.startsWith("did:");
    evaluation.require(
        ControlCheck.MINT_USER_PIN,
        required ? given != null || derivable : given == null,
        () -> required
            ? Difference.of("a user_pin, or a DID to derive it from", subject)
            : new Difference("no user_pin where none is required", "one"));
    if (!required) {
      return Optional.empty();
    }
    return Optional.of(given != null ? new UserPin(given) : UserPin.derivedFrom(subject));
  }

  private static String subject(@Nullable String subject, ClientId client) {
    return subject == null ? client.value() : subject;
  }

  private Instant endOf(int lifetimeSeconds) {
    return clock.instant().plusSeconds(lifetimeSeconds);
  }

  private static int lifetime(@Nullable Integer ordered) {
    return ordered == null ? DEFAULT_LIFETIME_SECONDS : ordered;
  }

  private static List<Map<String, Object>> details(@Nullable List<AuthorizationDetail> details) {
    // A JSON null among them stands for nothing.
    return details == null
        ? List.of()
        : details.stream().filter(Objects::nonNull).map(MintingService::json).toList();
  }

  private static Map<String, Object> json(AuthorizationDetail detail) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", detail.getType());
    putIfSent(json, "format", detail.getFormat());
    putIfSent(json, "types", detail.getTypes());
    putIfSent(json, "locations", detail.getLocations());
    return json;
  }

  private static void putIfSent(Map<String, Object> json, String name, @Nullable Object value) {
    if (value != null) {
      json.put(name, value);
    }
  }
}
