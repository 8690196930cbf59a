package dev.authmock.authorize;

import dev.authmock.credential.CredentialType;
import dev.authmock.credential.CredentialTypes;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The presentations that this server asks for.
 *
 * @see <a
 *     href="https://openid.net/specs/openid-4-verifiable-presentations-1_0-ID2.html#section-5">OpenID4VP,
 *     section 5</a>
 */
final class PresentationDefinitions {
  private static final Map<String, PresentationDefinition> BY_ID = Stream.of(
          new PresentationDefinition(
              CredentialTypes.VA_TO_ONBOARD_PRESENTATION,
              List.of(
                  new InputDescriptor("va-to-onboard-credential", CredentialTypes.VA_TO_ONBOARD)),
              false),
          new PresentationDefinition(
              CredentialTypes.QUALIFICATION_PRESENTATION,
              CredentialTypes.ofWalletTests().stream()
                  .map(type -> new InputDescriptor(descriptorId(type), type.name()))
                  .toList(),
              true))
      .collect(Collectors.toUnmodifiableMap(PresentationDefinition::id, Function.identity()));

  private PresentationDefinitions() {}

  /** The one with this id, which has to be the id of one. */
  static PresentationDefinition withId(String id) {
    PresentationDefinition definition = BY_ID.get(id);
    if (definition == null) {
      throw new IllegalArgumentException("There is no presentation definition " + id);
    }
    return definition;
  }

  private static String descriptorId(CredentialType type) {
    return (type.offer().isCrossDevice() ? "cross-device-" : "same-device-")
        + (type.offer().isPreAuthorised() ? "pre-authorised-" : "authorised-")
        + (type.isDeferred() ? "deferred-" : "in-time-")
        + "credential";
  }
}
