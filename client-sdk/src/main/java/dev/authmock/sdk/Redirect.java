package dev.authmock.sdk;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the server sends the user agent: to a wallet, or to a client's {@code redirect_uri}.
 *
 * <p>It is read and never followed.
 *
 * @param location the {@code Location} header as it stands, for example {@code openid://?state=…};
 *     it may hold codes, so {@link #toString()} hides its parameters
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-1.7">RFC 6749, section 1.7</a>
 */
public record Redirect(String location) {

  /** Takes it as it stands. */
  public Redirect {
    Objects.requireNonNull(location, "location");
  }

  /**
   * A redirect that was received elsewhere.
   *
   * @param location the URL
   * @return the redirect
   */
  public static Redirect of(String location) {
    return new Redirect(location);
  }

  /**
   * Where it leads, without what it carries.
   *
   * @return what stands before the question mark, for example {@code openid://}
   */
  public String target() {
    return location.replaceFirst("(?s)[?#].*", "");
  }

  /**
   * What it carries.
   *
   * @return the parameters of the query, decoded, in their order; unmodifiable
   * @throws IllegalArgumentException if one is there twice, or not encoded as it has to be
   */
  public Map<String, String> parameters() {
    return Collections.unmodifiableMap(QueryString.parametersOf(location));
  }

  /**
   * One parameter of what it carries.
   *
   * @param name for example {@code state}
   * @return the value, decoded; null if it is not there
   * @throws IllegalArgumentException if a parameter is there twice, or not encoded as it has to be
   */
  public @Nullable String parameter(String name) {
    return parameters().get(name);
  }

  /** Tells where it leads, and not what it carries. */
  @Override
  public String toString() {
    return "Redirect[" + target() + "]";
  }
}
