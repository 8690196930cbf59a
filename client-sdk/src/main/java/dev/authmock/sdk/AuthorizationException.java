package dev.authmock.sdk;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The Auth Mock refused an authorization request, or a wallet's answer in it, and said so by
 * redirect to the client.
 *
 * <p>A redirect has room for less than a problem: {@link #problem()} has status 302, the error, its
 * description, and as instance the {@code error_uri} where there is one. Where the client
 * or its {@code redirect_uri} is not trusted, the refusal is a plain {@link AuthMockException}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2.1">RFC 6749, section
 *     4.1.2.1</a>
 */
public final class AuthorizationException extends AuthMockException {

  private static final long serialVersionUID = 1L;

  /** Where the error was sent. */
  private final String redirectUri;

  /** The error code. */
  private final String error;

  /** The client's own state. */
  private final @Nullable String state;

  private AuthorizationException(Redirect redirect, String error, int status) {
    super(new ProblemDetails(
        URI.create("about:blank"),
        "",
        status,
        "",
        uri(redirect.parameter("error_uri")),
        error,
        redirect.parameter("error_description"),
        null,
        Map.of()));
    this.redirectUri = redirect.target();
    this.error = error;
    this.state = redirect.parameter("state");
  }

  private static @Nullable URI uri(@Nullable String text) {
    try {
      return text == null ? null : new URI(text);
    } catch (URISyntaxException e) {
      return null;
    }
  }

  static AuthorizationException of(Redirect redirect, String error, int status) {
    return new AuthorizationException(redirect, error, status);
  }

  /**
   * The error code.
   *
   * @return for example {@code invalid_request}
   */
  public String error() {
    return error;
  }

  /**
   * What was wrong.
   *
   * @return the {@code error_description}; null if the redirect has none
   */
  public @Nullable String description() {
    return problem().errorDescription();
  }

  /**
   * The client's own state.
   *
   * @return the {@code state} of the authorization request; null if it had none
   */
  public @Nullable String state() {
    return state;
  }

  /**
   * Where the error was sent.
   *
   * @return the {@code redirect_uri}, without a query
   */
  public String redirectUri() {
    return redirectUri;
  }
}
