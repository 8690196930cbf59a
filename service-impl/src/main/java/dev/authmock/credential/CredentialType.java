package dev.authmock.credential;

import io.micronaut.serde.annotation.Serdeable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * One credential that the Issuer Mock issues.
 *
 * @param name its own type, the last of {@link #types()}
 * @param title its name, for people
 * @param offer how it is offered
 * @param isDeferred whether it comes some seconds after it was asked for
 * @param presentation which presentation definition has to be met to be authorized for it; empty
 *     where an ID token is enough
 */
@Serdeable
public record CredentialType(
    String name, String title, Offer offer, boolean isDeferred, String presentation) {

  /** The format that all are issued in. */
  public static final String FORMAT = "jwt_vc";

  /** The names of that format in requests: drafts differ. */
  public static final Set<String> FORMATS = Set.of(FORMAT, "jwt_vc_json");

  private static final List<String> COMMON =
      List.of("VerifiableCredential", "VerifiableAttestation");

  /** How a credential is offered. */
  public enum Offer {
    /** Not at all: a service wallet asks for it by itself. */
    NONE,
    /** To a wallet on the same device, with an issuer_state. */
    SAME_DEVICE_AUTHORISED,
    /** To a wallet on another device, with an issuer_state. */
    CROSS_DEVICE_AUTHORISED,
    /** To a wallet on the same device, with a pre-authorized code. */
    SAME_DEVICE_PRE_AUTHORISED,
    /** To a wallet on another device, with a pre-authorized code. */
    CROSS_DEVICE_PRE_AUTHORISED;

    /** Whether the offer has a pre-authorized code. */
    public boolean isPreAuthorised() {
      return this == SAME_DEVICE_PRE_AUTHORISED || this == CROSS_DEVICE_PRE_AUTHORISED;
    }

    /** Whether the offer is for a wallet on another device. */
    public boolean isCrossDevice() {
      return this == CROSS_DEVICE_AUTHORISED || this == CROSS_DEVICE_PRE_AUTHORISED;
    }
  }

  /** The types of the credential, from the most general to its own. */
  public List<String> types() {
    return List.of(COMMON.get(0), COMMON.get(1), name);
  }

  /** Whether these are its types, in whatever order. */
  public boolean hasTypes(List<String> types) {
    // Not Set.copyOf: a JSON null among them is just no type.
    return types.size() == types().size() && new HashSet<>(types).equals(Set.copyOf(types()));
  }

  /** Whether a presentation has to be made to be authorized for it. */
  public boolean needsPresentation() {
    return !presentation.isEmpty();
  }

  /** Whether an authorization request for it has to carry the issuer_state of its offer. */
  public boolean needsIssuerState() {
    return offer != Offer.NONE && !offer.isPreAuthorised();
  }
}
