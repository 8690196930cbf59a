package dev.authmock.report;

import static dev.authmock.check.AuthorizeCheck.WALLET_REQUEST_KNOWN;
import static dev.authmock.check.CredentialCheck.ACCEPTANCE_TOKEN_KNOWN;
import static dev.authmock.check.CredentialCheck.ACCEPTANCE_TOKEN_NOT_EXPIRED;
import static dev.authmock.check.CredentialCheck.ACCEPTANCE_TOKEN_PRESENT;
import static dev.authmock.check.CredentialCheck.ACCEPTANCE_TOKEN_UNUSED;
import static dev.authmock.check.CredentialCheck.CREDENTIAL_READY;
import static dev.authmock.check.OfferCheck.OFFER_KNOWN;
import static dev.authmock.check.OfferCheck.OFFER_NOT_EXPIRED;
import static dev.authmock.check.RegistrationCheck.REGISTRATION_VALID;
import static dev.authmock.check.RequestCheck.PARAMETERS_ONCE;

import dev.authmock.check.AccessTokenCheck;
import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.Check;
import dev.authmock.check.ClientCheck;
import dev.authmock.check.CredentialCheck;
import dev.authmock.check.DirectPostCheck;
import dev.authmock.check.JwtKinds;
import dev.authmock.check.OfferCheck;
import dev.authmock.check.RegistrationCheck;
import dev.authmock.check.RequestCheck;
import dev.authmock.check.TokenCheck;
import dev.authmock.server.Endpoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which rules a client can meet at which endpoint by its own doing.
 *
 * <p>Not among them are those of any HTTP request ({@link #ofAnyRequest}), but for the one that this
 * server also records as kept: no wallet sets out to meet them, and most are broken before anybody
 * knows whose request it is.
 */
public final class EndpointRules {
  private static final List<Check> OFFER_READ = List.of(OFFER_KNOWN, OFFER_NOT_EXPIRED);
  private static final List<Check> DEFERRED = List.of(
      ACCEPTANCE_TOKEN_PRESENT,
      CREDENTIAL_READY,
      ACCEPTANCE_TOKEN_KNOWN,
      ACCEPTANCE_TOKEN_UNUSED,
      ACCEPTANCE_TOKEN_NOT_EXPIRED);

  private static final Map<Endpoint, List<Check>> RULES = rules();

  private EndpointRules() {}

  /** The rules of an endpoint, in about the order in which they are applied. */
  public static List<Check> of(Endpoint endpoint) {
    return RULES.getOrDefault(endpoint, List.of());
  }

  /** The rules of any request, of a body that can be read, and of what the server must be able to do. */
  public static List<Check> ofAnyRequest() {
    return together(List.of(RequestCheck.values()), List.of(REGISTRATION_VALID));
  }

  private static Map<Endpoint, List<Check>> rules() {
    Map<Endpoint, List<Check>> rules = new EnumMap<>(Endpoint.class);
    rules.put(
        Endpoint.AUTHORIZE,
        together(
            List.of(PARAMETERS_ONCE, ClientCheck.CLIENT_REGISTERED),
            but(List.of(WALLET_REQUEST_KNOWN), AuthorizeCheck.values()),
            JwtKinds.REQUEST_OBJECT.all()));
    rules.put(Endpoint.REQUEST_OBJECT, List.of(WALLET_REQUEST_KNOWN));
    rules.put(
        Endpoint.DIRECT_POST,
        together(
            List.of(PARAMETERS_ONCE),
            List.of(DirectPostCheck.values()),
            JwtKinds.ID_TOKEN.all(),
            JwtKinds.VP_TOKEN.all(),
            JwtKinds.VC.all()));
    rules.put(
        Endpoint.TOKEN,
        together(
            List.of(PARAMETERS_ONCE),
            List.of(TokenCheck.values()),
            List.of(ClientCheck.values()),
            JwtKinds.CLIENT_ASSERTION.all()));
    rules.put(
        Endpoint.INITIATE_OFFER,
        together(List.of(PARAMETERS_ONCE), but(OFFER_READ, OfferCheck.values())));
    rules.put(Endpoint.CREDENTIAL_OFFER, OFFER_READ);
    rules.put(
        Endpoint.CREDENTIAL,
        together(
            List.of(AccessTokenCheck.values()),
            but(DEFERRED, CredentialCheck.values()),
            JwtKinds.PROOF.all()));
    rules.put(Endpoint.DEFERRED_CREDENTIAL, DEFERRED);
    rules.put(Endpoint.REGISTRATION, but(List.of(REGISTRATION_VALID), RegistrationCheck.values()));
    return rules;
  }

  @SafeVarargs
  private static List<Check> together(List<? extends Check>... groups) {
    List<Check> all = new ArrayList<>();
    Arrays.stream(groups).forEach(all::addAll);
    return List.copyOf(all);
  }

  /** Those checks but for some, which are met elsewhere. */
  private static List<Check> but(List<Check> elsewhere, Check... checks) {
    return Arrays.stream(checks).filter(check -> !elsewhere.contains(check)).toList();
  }
}
