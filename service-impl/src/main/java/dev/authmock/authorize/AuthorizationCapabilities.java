package dev.authmock.authorize;

import java.util.List;

/**
 * What the authorization endpoint knows, for the metadata.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8414#section-2">RFC 8414, section 2</a>
 */
public final class AuthorizationCapabilities {
  static final String OPENID = "openid";
  static final String CODE = "code";
  static final String ID_TOKEN = "id_token";
  static final String VP_TOKEN = "vp_token";

  /** {@code scopes_supported}. */
  public static final List<String> SCOPES = List.of(OPENID);

  /** {@code response_types_supported}: what clients ask of this server, and it of wallets. */
  public static final List<String> RESPONSE_TYPES = List.of(CODE, VP_TOKEN, ID_TOKEN);

  /** The members of {@code vp_formats_supported}. */
  public static final List<String> VP_FORMATS =
      List.of(PresentationDefinition.JWT_VP, PresentationDefinition.JWT_VC);

  private AuthorizationCapabilities() {}
}
