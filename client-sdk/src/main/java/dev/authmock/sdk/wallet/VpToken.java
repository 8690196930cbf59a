package dev.authmock.sdk.wallet;

import com.nimbusds.jose.util.JSONObjectUtils;
import dev.authmock.sdk.conformance.model.DirectPostForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A presentation: credentials, in a JWT by which a wallet shows that it is their holder.
 *
 * @param serialized the JWT; a secret while it has not expired, which {@link #toString()} hides
 * @param presentationSubmission which credential is for which input descriptor, a JSON object
 * @see <a href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-ID2.html">OpenID4VP,
 *     section 6.1</a>
 * @see <a href="https://www.w3.org/TR/vc-data-model/#json-web-token">Verifiable Credentials Data
 *     Model 1.1, section 6.3.1</a>
 */
public record VpToken(String serialized, String presentationSubmission) implements WalletAnswer {

  /**
   * Signs a presentation of credentials, good for 5 minutes from now.
   *
   * @param identity who the wallet is
   * @param request the server's request
   * @param credentials what is presented, all of it, be it asked for or not
   * @return the signed presentation
   * @throws IllegalArgumentException if the request has no {@code presentation_definition}
   */
  public static VpToken sign(
      WalletIdentity identity, WalletRequest request, List<IssuedCredential> credentials) {
    return builder(identity, request, credentials).sign();
  }

  /**
   * A presentation that was made elsewhere, say, a faulty one that is to be refused.
   *
   * @param serialized the {@code vp_token} to send, as it stands
   * @param presentationSubmission the {@code presentation_submission} to send, as it stands
   * @return the presentation
   */
  public static VpToken of(String serialized, String presentationSubmission) {
    return new VpToken(serialized, presentationSubmission);
  }

  /**
   * Starts a presentation that differs from what {@link #sign(WalletIdentity, WalletRequest, List)}
   * makes.
   *
   * @param identity who the wallet is
   * @param request the server's request
   * @param credentials what is presented
   * @return a builder, with {@code iss} and {@code sub} the DID, {@code aud} the server, the
   *     request's {@code nonce}, and {@code vp}
   * @throws IllegalArgumentException if the request has no {@code presentation_definition}
   */
  public static JwtBuilder<VpToken> builder(
      WalletIdentity identity, WalletRequest request, List<IssuedCredential> credentials) {
    PresentationDefinition definition = request.presentationDefinition();
    if (definition == null) {
      throw new IllegalArgumentException("the server did not ask for a presentation");
    }
    List<IssuedCredential> distinct = credentials.stream().distinct().toList();
    String submission = PresentationSubmission.of(definition, distinct);
    return new JwtBuilder<>(
            "JWT", identity.kid(), identity.key(), jwt -> new VpToken(jwt, submission))
        .claim("iss", identity.did())
        .claim("sub", identity.did())
        .claim("aud", request.clientId())
        .claim("nonce", request.nonce())
        .claim("jti", "urn:uuid:" + UUID.randomUUID())
        .claim("vp", presentation(identity, distinct));
  }

  private static Map<String, Object> presentation(
      WalletIdentity identity, List<IssuedCredential> credentials) {
    Map<String, Object> vp = new LinkedHashMap<>();
    vp.put("@context", List.of("https://www.w3.org/2018/credentials/v1"));
    vp.put("id", "urn:uuid:" + UUID.randomUUID());
    vp.put("type", List.of("VerifiablePresentation"));
    vp.put("holder", identity.did());
    vp.put(
        "verifiableCredential", credentials.stream().map(IssuedCredential::jwt).toList());
    return vp;
  }

  /**
   * Replaces the submission.
   *
   * @param presentationSubmission the {@code presentation_submission} to send, as it stands
   * @return the same presentation with this submission
   */
  public VpToken withPresentationSubmission(String presentationSubmission) {
    return new VpToken(serialized, presentationSubmission);
  }

  /**
   * Replaces the submission.
   *
   * @param presentationSubmission the {@code presentation_submission} to send, written as JSON
   * @return the same presentation with this submission
   */
  public VpToken withPresentationSubmission(Map<String, ?> presentationSubmission) {
    return withPresentationSubmission(JSONObjectUtils.toJSONString(presentationSubmission));
  }

  @Override
  public DirectPostForm toForm(String state) {
    return new DirectPostForm()
        .state(state)
        .vpToken(serialized)
        .presentationSubmission(presentationSubmission);
  }

  /** Tells what this is, and not the JWT. */
  @Override
  public String toString() {
    return "VpToken[hidden]";
  }
}
