package dev.authmock.grant;

import io.micronaut.serde.annotation.Serdeable;

/**
 * The {@code jti} of an access token: unguessable, and it tells which flow the token came from, so
 * that nothing has to be remembered of a token for the journal's sake.
 *
 * @param flowId the flow
 * @param value the whole {@code jti}
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-4.1.7">RFC 7519, section 4.1.7</a>
 */
@Serdeable
public record TokenId(String flowId, String value) implements FlowMember {
  private static final char SEPARATOR = '.';

  /** A fresh one of that flow. */
  public static TokenId of(String flowId, OpaqueTokens random) {
    return new TokenId(flowId, flowId + SEPARATOR + random.next());
  }

  /** That of a token of this server. */
  public static TokenId parse(String jti) {
    int end = jti.indexOf(SEPARATOR);
    return new TokenId(end < 0 ? jti : jti.substring(0, end), jti);
  }
}
