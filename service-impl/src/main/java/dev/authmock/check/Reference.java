package dev.authmock.check;

/**
 * The section of a standard that a rule is from.
 *
 * @param title how people name it
 * @param url where it can be read
 */
public record Reference(String title, String url) {

  static Reference rfc(int number, String section) {
    String anchor =
        Character.isDigit(section.charAt(0)) ? "section-" + section : "appendix-" + section;
    String word = Character.isDigit(section.charAt(0)) ? "section " : "appendix ";
    return new Reference(
        "RFC " + number + ", " + word + section,
        "https://www.rfc-editor.org/rfc/rfc" + number + "#" + anchor);
  }

  /** OpenID for Verifiable Credential Issuance, draft 11. */
  static Reference openid4vci(String section) {
    return new Reference(
        "OpenID4VCI draft 11, section " + section,
        "https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html#section-"
            + section);
  }

  /** Self-Issued OpenID Provider, version 2. */
  static Reference siopv2(String section) {
    return new Reference(
        "SIOPv2, section " + section,
        "https://openid.net/specs/openid-connect-self-issued-v2-1_0.html#section-" + section);
  }

  /** OpenID for Verifiable Presentations, the draft that has presentation definitions. */
  static Reference openid4vp(String section) {
    return new Reference(
        "OpenID4VP second implementer's draft, section " + section,
        "https://openid.net/specs/openid-4-verifiable-presentations-1_0-ID2.html#section-"
            + section);
  }

  /** OpenID Connect Core, whose sections have names for anchors. */
  static Reference openidConnect(String section, String anchor) {
    return new Reference(
        "OpenID Connect Core, section " + section,
        "https://openid.net/specs/openid-connect-core-1_0.html#" + anchor);
  }

  /** DIF Presentation Exchange, whose sections have names alone. */
  static Reference presentationExchange(String section, String anchor) {
    return new Reference(
        "DIF Presentation Exchange 2.0, " + section,
        "https://identity.foundation/presentation-exchange/spec/v2.0.0/#" + anchor);
  }

  /** The did:key method, whose sections have names for anchors. */
  static Reference didKey(String section, String anchor) {
    return new Reference(
        "The did:key method, " + section, "https://w3c-ccg.github.io/did-key-spec/#" + anchor);
  }

  /** The W3C's data model of verifiable credentials, version 1.1. */
  static Reference vcDataModel(String section, String anchor) {
    return new Reference(
        "VC Data Model 1.1, section " + section,
        "https://www.w3.org/TR/vc-data-model-1.1/#" + anchor);
  }
}
