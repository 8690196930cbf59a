package dev.authmock.credential;

import dev.authmock.credential.CredentialType.Offer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The credentials that the Issuer Mock issues. */
public final class CredentialTypes {
  /** The presentation definition of those who authorize others. */
  public static final String VA_TO_ONBOARD_PRESENTATION = "va-to-onboard-presentation";

  /** The presentation definition of a wallet that has all credentials of the wallet tests. */
  public static final String QUALIFICATION_PRESENTATION =
      "holder-wallet-qualification-presentation";

  /** What the presentation {@link #VA_TO_ONBOARD_PRESENTATION} is of. */
  public static final String VA_TO_ONBOARD = "VerifiableAuthorisationToOnboard";

  private static final List<CredentialType> WALLET_TESTS = walletTests();
  private static final List<CredentialType> ALL = all(WALLET_TESTS);

  private CredentialTypes() {}

  /** All of them. */
  public static List<CredentialType> all() {
    return ALL;
  }

  /** The eight of the holder wallet tests. */
  public static List<CredentialType> ofWalletTests() {
    return WALLET_TESTS;
  }

  /** The one with this name. */
  public static Optional<CredentialType> named(String name) {
    return ALL.stream().filter(type -> type.name().equals(name)).findFirst();
  }

  /** The one with these types, in whatever order. */
  public static Optional<CredentialType> withTypes(List<String> types) {
    return ALL.stream().filter(type -> type.hasTypes(types)).findFirst();
  }

  private static List<CredentialType> walletTests() {
    List<CredentialType> types = new ArrayList<>();
    for (Offer offer : Offer.values()) {
      if (offer != Offer.NONE) {
        types.add(walletTest(offer, false));
        types.add(walletTest(offer, true));
      }
    }
    return List.copyOf(types);
  }

  private static CredentialType walletTest(Offer offer, boolean isDeferred) {
    String device = offer.isCrossDevice() ? "Cross" : "Same";
    String grant = offer.isPreAuthorised() ? "PreAuthorised" : "Authorised";
    String title = "%s device, %s, %s"
        .formatted(
            device,
            offer.isPreAuthorised() ? "pre-authorised" : grant.toLowerCase(Locale.ROOT),
            isDeferred ? "deferred" : "in time");
    return new CredentialType(
        "CTWallet" + device + grant + (isDeferred ? "Deferred" : "InTime"),
        title,
        offer,
        isDeferred,
        "");
  }

  private static List<CredentialType> all(List<CredentialType> walletTests) {
    List<CredentialType> types = new ArrayList<>(walletTests);
    types.add(new CredentialType(
        "CTWalletQualificationCredential",
        "Holder wallet qualification",
        Offer.SAME_DEVICE_AUTHORISED,
        false,
        QUALIFICATION_PRESENTATION));
    types.add(ofServiceWallet(VA_TO_ONBOARD, "Verifiable authorisation to onboard", ""));
    types.add(ofServiceWallet(
        "VerifiableAccreditationToAttest", "Verifiable accreditation to attest", ""));
    types.add(ofServiceWallet(
        "VerifiableAccreditationToAccredit", "Verifiable accreditation to accredit", ""));
    types.add(ofServiceWallet(
        "VerifiableAuthorisationForTrustChain",
        "Verifiable authorisation for trust chain",
        VA_TO_ONBOARD_PRESENTATION));
    return List.copyOf(types);
  }

  private static CredentialType ofServiceWallet(String name, String title, String presentation) {
    return new CredentialType(name, title, Offer.NONE, false, presentation);
  }
}
