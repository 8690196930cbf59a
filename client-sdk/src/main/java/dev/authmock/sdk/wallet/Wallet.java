package dev.authmock.sdk.wallet;

import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.AuthorizationRequest;
import dev.authmock.sdk.AuthorizationResponse;
import dev.authmock.sdk.Redirect;
import dev.authmock.sdk.conformance.model.CredentialIssuerMetadata;
import dev.authmock.sdk.conformance.model.CredentialResponse;
import dev.authmock.sdk.conformance.model.ServerMetadata;
import dev.authmock.sdk.conformance.model.TokenResponse;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * What holder wallets and service wallets do alike.
 *
 * <p>Each step can be taken alone: {@link #send}, {@link #answer}, {@link #post}, {@link
 * #requestCredential}, {@link #collect}. Whatever the server says by redirect, in a request of its
 * own or in a credential is verified; {@link VerificationException} tells what does not hold. What
 * the server refuses comes as {@link dev.authmock.sdk.AuthMockException}, with the subclasses
 * {@link dev.authmock.sdk.AuthorizationException} and {@link dev.authmock.sdk.CredentialException}.
 *
 * <p>Thread-safe. A wallet keeps the credentials that it was issued, and no other state.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html">
 *     OpenID4VCI draft 11</a>
 */
public abstract sealed class Wallet permits HolderWallet, ServiceWallet {

  private final AuthMockClient client;
  private final WalletIdentity identity;
  private final String redirectUri;
  private final String authorizationEndpoint;
  private final Clock clock;
  private final Polling polling;
  private final Once<ServerMetadata> server;
  private final Once<CredentialIssuerMetadata> issuer;
  private final List<IssuedCredential> credentials = new CopyOnWriteArrayList<>();

  Wallet(WalletBuilder<?> builder, WalletIdentity identity) {
    this.client = builder.client;
    this.identity = identity;
    this.redirectUri = builder.redirectUri;
    this.authorizationEndpoint = builder.authorizationEndpoint;
    this.clock = builder.clock;
    this.polling = builder.polling();
    this.server = new Once<>(client::metadata);
    this.issuer = new Once<>(client::issuerMetadata);
  }

  /**
   * The client below, for steps that a wallet has no method for.
   *
   * @return the client of the Auth Mock that this wallet deals with
   */
  public final AuthMockClient client() {
    return client;
  }

  /**
   * Who this wallet is.
   *
   * @return its DID and its key
   */
  public final WalletIdentity identity() {
    return identity;
  }

  /**
   * The DID that this wallet's credentials are about.
   *
   * @return the DID
   */
  public final String did() {
    return identity.did();
  }

  /**
   * What this wallet calls itself at the authorization server.
   *
   * @return the {@code client_id}
   */
  public abstract String clientId();

  /**
   * Where this wallet takes codes.
   *
   * @return the {@code redirect_uri} of its authorization requests
   */
  public final String redirectUri() {
    return redirectUri;
  }

  /**
   * Where this wallet takes the server's requests.
   *
   * @return the {@code authorization_endpoint} of its {@code client_metadata}
   */
  public final String authorizationEndpoint() {
    return authorizationEndpoint;
  }

  /**
   * What this wallet holds.
   *
   * @return the credentials that it was issued or given, oldest first; unmodifiable
   */
  public final List<IssuedCredential> credentials() {
    return List.copyOf(credentials);
  }

  /**
   * Gives the wallet a credential that came another way.
   *
   * @param credential what it is to hold from now on, and to present where it is asked for
   */
  public final void keep(IssuedCredential credential) {
    credentials.add(Objects.requireNonNull(credential, "credential"));
  }

  /**
   * Runs a flow from its beginning to the credential: asks, answers, redeems, proves, and waits
   * where the credential is deferred.
   *
   * @param credentialType its own type, for example {@code CTWalletSameAuthorisedInTime}, or of a
   *     service wallet {@code VerifiableAuthorisationToOnboard}
   * @return the credential, verified; the wallet keeps it
   */
  public abstract IssuedCredential obtainCredential(String credentialType);

  /**
   * Sends an authorization request, and takes the server's own request.
   *
   * @param request what is asked for
   * @return what the server wants to see first, verified
   */
  public final WalletRequest send(AuthorizationRequest request) {
    Redirect redirect = client.authorize(request);
    VerificationException.require(
        leadsTo(authorizationEndpoint, redirect),
        "the server's request must go to " + authorizationEndpoint);
    return WalletRequest.verify(
        redirect,
        requestObject(redirect),
        server.get(),
        client.jwks(),
        clientId(),
        clock.instant());
  }

  private String requestObject(Redirect redirect) {
    String byValue = redirect.parameter("request");
    String byReference = redirect.parameter("request_uri");
    VerificationException.require(
        (byValue == null) != (byReference == null),
        "the server's request must have either request or request_uri");
    return byReference == null
        ? Objects.requireNonNull(byValue)
        : client.requestObject(URI.create(byReference));
  }

  /** Whether nothing but parameters were added; a bare scheme gets {@code //} before them. */
  private static boolean leadsTo(String endpoint, Redirect redirect) {
    String target = endpoint.endsWith(":") ? endpoint + "//" : endpoint;
    String separator = !target.contains("?") ? "?" : target.matches(".*[?&]") ? "" : "&";
    return redirect.location().startsWith(target + separator);
  }

  /**
   * Makes the answer to the server's request, and does not send it yet.
   *
   * @param request what the server wants to see
   * @return an ID token; or a presentation of what the wallet holds
   * @throws IllegalStateException if the wallet does not hold what is asked for
   */
  public final WalletAnswer answer(WalletRequest request) {
    if (request.responseType().equals(WalletRequest.ID_TOKEN)) {
      return IdToken.builder(identity, request).clock(clock).sign();
    }
    PresentationDefinition definition = request.presentationDefinition();
    if (!request.responseType().equals(WalletRequest.VP_TOKEN) || definition == null) {
      throw new VerificationException(
          "the server's request must be for an id_token, or for a vp_token and define it");
    }
    return present(request, definition.choose(credentials));
  }

  /**
   * Makes a presentation of certain credentials, and does not send it yet.
   *
   * @param request the server's request, with a {@code presentation_definition}
   * @param presented what to present, be it asked for or not
   * @return the presentation
   */
  public final VpToken present(WalletRequest request, List<IssuedCredential> presented) {
    return VpToken.builder(identity, request, presented).clock(clock).sign();
  }

  /**
   * Sends the answer to the server's request.
   *
   * @param request what the server wanted to see
   * @param answer what it gets
   * @return the answer to the authorization request, with the code
   */
  public final AuthorizationResponse post(WalletRequest request, WalletAnswer answer) {
    return client.directPost(answer.toForm(request.state()));
  }

  /**
   * Sends an authorization request and does all that leads to the code.
   *
   * @param request what is asked for, with a fresh {@code state}
   * @return the code, which came to this wallet's {@code redirect_uri} with this {@code state}
   */
  public final AuthorizationResponse authorize(AuthorizationRequest request) {
    WalletRequest wanted = send(request);
    AuthorizationResponse response = post(wanted, answer(wanted));
    VerificationException.require(
        Objects.equals(response.state(), request.parameter("state")),
        "the code must come with the state of the authorization request");
    VerificationException.require(
        leadsTo(redirectUri, response.redirect()), "the code must go to " + redirectUri);
    return response;
  }

  /**
   * Makes a proof of possession.
   *
   * @param cNonce the {@code c_nonce} of the token response, or of the last credential response
   * @return the proof
   */
  public final ProofOfPossession prove(String cNonce) {
    Objects.requireNonNull(cNonce, "cNonce");
    String audience = issuer.get().getCredentialIssuer().toString();
    return ProofOfPossession.builder(identity, clientId(), audience, cNonce)
        .clock(clock)
        .sign();
  }

  /**
   * Asks for a credential.
   *
   * @param tokens the token response
   * @param types the types of the credential, as the offer or the issuer's metadata list them
   * @return the credential, not verified yet, or the promise of one
   * @throws VerificationException if the token response lacks the {@code access_token} or the
   *     {@code c_nonce}; nothing is sent then
   */
  public final CredentialResponse requestCredential(TokenResponse tokens, List<String> types) {
    String accessToken = required(tokens.getAccessToken(), "access_token");
    String cNonce = required(tokens.getcNonce(), "c_nonce");
    return client.requestCredential(accessToken, prove(cNonce).toRequest(types));
  }

  private static String required(@Nullable String member, String name) {
    return VerificationException.required(member, "the token response", name);
  }

  /**
   * Takes a credential out of an answer, or waits for it where it is deferred.
   *
   * @param response what the server answered
   * @return the credential, verified; the wallet keeps it
   * @throws VerificationException if the credential does not hold, or the answer has neither a
   *     {@code credential} nor an {@code acceptance_token}
   */
  public final IssuedCredential collect(CredentialResponse response) {
    String jwt = response.getCredential();
    if (jwt == null) {
      return awaitCredential(VerificationException.required(
          response.getAcceptanceToken(),
          "a credential response without credential",
          "acceptance_token"));
    }
    IssuedCredential credential =
        IssuedCredential.verify(jwt, client.issuerJwks(), did(), clock.instant());
    keep(credential);
    return credential;
  }

  /**
   * Asks for a deferred credential until it is there.
   *
   * @param acceptanceToken the {@code acceptance_token}
   * @return the credential, verified; the wallet keeps it
   * @throws dev.authmock.sdk.CredentialException if it is still pending when the wallet's patience
   *     is at its end, or the thread is interrupted, which it then still is
   */
  public final IssuedCredential awaitCredential(String acceptanceToken) {
    return collect(polling.until(() -> {
      CredentialResponse response = client.requestDeferredCredential(acceptanceToken);
      VerificationException.require(
          response.getCredential() != null, "a deferred credential must not be deferred again");
      return response;
    }));
  }

  /** Issues for certain types, with tokens that are there. */
  final IssuedCredential obtain(TokenResponse tokens, List<String> types) {
    IssuedCredential credential = collect(requestCredential(tokens, types));
    VerificationException.require(
        credential.types().containsAll(types), "the credential must have the types " + types);
    return credential;
  }

  /** What both kinds of wallet ask for, with a fresh state and nonce. */
  final AuthorizationRequest request(List<String> types, String location) {
    return AuthorizationRequest.of(clientId())
        .withRedirectUri(redirectUri)
        .withState(Opaque.fresh())
        .withNonce(Opaque.fresh())
        .withAuthorizationDetails(types, location);
  }

  final Clock clock() {
    return clock;
  }

  final ServerMetadata server() {
    return server.get();
  }

  final CredentialIssuerMetadata issuer() {
    return issuer.get();
  }

  /** Tells who the wallet is. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + clientId() + "]";
  }
}
