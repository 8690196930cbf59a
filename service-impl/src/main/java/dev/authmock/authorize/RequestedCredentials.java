package dev.authmock.authorize;

import dev.authmock.credential.CredentialType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an authorization request is for.
 *
 * @param details the authorization_details, as JSON objects
 * @param types the credential of each
 */
record RequestedCredentials(List<Map<String, Object>> details, List<CredentialType> types) {

  /** The presentation definitions that have to be met for them. */
  List<String> presentations() {
    return types.stream()
        .filter(CredentialType::needsPresentation)
        .map(CredentialType::presentation)
        .distinct()
        .toList();
  }

  /** The one presentation definition that has to be met, if any. */
  Optional<String> presentation() {
    return presentations().stream().findFirst();
  }

  /** The first that can be had with the issuer_state of its offer only. */
  Optional<CredentialType> withIssuerState() {
    return types.stream().filter(CredentialType::needsIssuerState).findFirst();
  }
}
