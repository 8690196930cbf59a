package dev.authmock.credential;

import dev.authmock.check.BearerToken;
import dev.authmock.server.ServerUrls;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.token.bearer.BearerTokenReader;
import io.micronaut.security.token.reader.TokenReader;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Finds the access token of a credential request; a bearer token elsewhere is none of its business.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6750#section-2.1">RFC 6750, section 2.1</a>
 */
@Singleton
@Replaces(BearerTokenReader.class)
class AccessTokenReader implements TokenReader<HttpRequest<?>> {

  @Override
  public Optional<String> findToken(HttpRequest<?> request) {
    return ServerUrls.isPathOf(ServerUrls.CREDENTIAL, request.getPath())
        ? BearerToken.of(request.getHeaders().get(HttpHeaders.AUTHORIZATION)).value()
        : Optional.empty();
  }
}
