package dev.authmock.did;

import dev.authmock.did.DidResolutionException.Reason;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A DID URL of the one form that names a verification method: a DID and a fragment.
 *
 * @param did the DID
 * @param method the name of its method, such as {@code key}
 * @param fragment what follows the {@code #}
 * @see <a href="https://www.w3.org/TR/did-1.0/#did-url-syntax">DID Core §3.2</a>
 */
public record DidUrl(String did, String method, String fragment) {

  /** Enough for the longest did:key, which repeats its identifier as the fragment. */
  private static final int MAX_LENGTH = 4096;

  private static final Pattern DID_AND_FRAGMENT =
      Pattern.compile("(did:([a-z0-9]+):[A-Za-z0-9._:%-]+)#([A-Za-z0-9._~!$&'()*+,;=:@/?%-]+)");

  /** Takes a {@code kid} apart. */
  public static DidUrl parse(String kid) throws DidResolutionException {
    if (kid.length() > MAX_LENGTH) {
      throw new DidResolutionException(
          Reason.NOT_A_DID_URL, "it is longer than " + MAX_LENGTH + " characters");
    }
    Matcher parts = DID_AND_FRAGMENT.matcher(kid);
    if (!parts.matches()) {
      throw new DidResolutionException(Reason.NOT_A_DID_URL, "it is not a DID, a # and a fragment");
    }
    return new DidUrl(parts.group(1), parts.group(2), parts.group(3));
  }

  @Override
  public String toString() {
    return did + "#" + fragment;
  }
}
