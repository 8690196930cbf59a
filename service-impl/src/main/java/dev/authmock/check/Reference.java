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
}
