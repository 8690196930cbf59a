package dev.authmock.authorize;

import static dev.authmock.authorize.AuthorizationParameter.REQUEST;
import static dev.authmock.authorize.AuthorizationParameter.REQUEST_URI;

import dev.authmock.check.AuthorizeCheck;
import dev.authmock.check.Difference;
import dev.authmock.check.Evaluation;
import dev.authmock.check.JwtKinds;
import dev.authmock.check.JwtRule;
import dev.authmock.client.ClientId;
import dev.authmock.client.RedirectTarget;
import dev.authmock.client.RequestObjectKeys;
import dev.authmock.fetch.FetchException;
import dev.authmock.fetch.GuardedHttpClient;
import dev.authmock.jwt.JwtReader;
import dev.authmock.jwt.JwtRules;
import dev.authmock.server.ServerUrls;
import jakarta.inject.Singleton;
import java.net.URI;

/**
 * The request object of a service wallet: found, verified, and put in the place of the query.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9101#section-6">RFC 9101, section 6</a>
 */
@Singleton
class RequestObjects {
  private static final String ACCEPT = "application/oauth-authz-req+jwt, application/jwt;q=0.9";

  private final GuardedHttpClient http;
  private final JwtReader reader;
  private final RequestObjectKeys keys;
  private final ServerUrls urls;

  RequestObjects(
      GuardedHttpClient http, JwtReader reader, RequestObjectKeys keys, ServerUrls urls) {
    this.http = http;
    this.reader = reader;
    this.keys = keys;
    this.urls = urls;
  }

  /** The request as its request object has it; a holder wallet's is not looked at. */
  AuthorizationRequest apply(ClientId client, AuthorizationRequest sent, Evaluation evaluation) {
    if (!client.isServiceWallet()) {
      return sent;
    }
    String compact = compact(sent, evaluation);
    JwtRules object = reader.read(JwtKinds.REQUEST_OBJECT, compact, evaluation);
    keys.requireSignedBy(client, object, evaluation);
    requireClaims(client, object, evaluation);
    AuthorizationRequest whole =
        sent.with(RequestObjectParameters.require(sent, object.jwt().claims(), evaluation));
    whole.noteOn(evaluation);
    return whole;
  }

  // request, request_uri (one of them REQUIRED)
  private String compact(AuthorizationRequest sent, Evaluation evaluation) {
    String request = sent.text(REQUEST);
    String requestUri = sent.text(REQUEST_URI);
    evaluation.require(
        AuthorizeCheck.REQUEST_OBJECT_PRESENT,
        request != null || requestUri != null,
        () -> Difference.missing("request or request_uri"));
    evaluation.require(
        AuthorizeCheck.REQUEST_OBJECT_ONCE,
        request == null || requestUri == null,
        () -> new Difference("request or request_uri", "both"));
    return request != null ? request : fetched(String.valueOf(requestUri), evaluation);
  }

  private String fetched(String requestUri, Evaluation evaluation) {
    evaluation.require(
        AuthorizeCheck.REQUEST_URI_FORM,
        RedirectTarget.isHttpUrl(requestUri),
        () -> Difference.of("a URL such as https://wallet.example/request/1", requestUri));
    try {
      String body = http.get(URI.create(requestUri), ACCEPT).body();
      evaluation.pass(AuthorizeCheck.REQUEST_URI_REACHABLE);
      return body.strip();
    } catch (FetchException e) {
      throw evaluation.refuse(
          AuthorizeCheck.REQUEST_URI_REACHABLE,
          new Difference("a request object", e.description()));
    }
  }

  private void requireClaims(ClientId client, JwtRules object, Evaluation evaluation) {
    object.requireIs(JwtRule.ISS, client.value());
    evaluation.require(
        AuthorizeCheck.REQUEST_OBJECT_CLIENT_ID,
        object.jwt().string("client_id").is(client.value()),
        () -> Difference.of(Difference.show(client.value()), object.jwt().string("client_id")));
    evaluation.require(
        AuthorizeCheck.REQUEST_OBJECT_NOT_ASSERTION,
        !object.jwt().string("sub").is(client.value()),
        () -> new Difference("another sub, or none", "the client_id"));
    object.requireAudience(urls.issuer());
    object.requireNotExpiredIfAny();
    object.requireNotInFuture(JwtRule.IAT);
    object.requireNotInFuture(JwtRule.NBF);
  }
}
