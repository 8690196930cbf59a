package dev.authmock.sdk.wallet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.Redirect;
import dev.authmock.sdk.conformance.model.CredentialOffer;
import dev.authmock.sdk.invoker.ApiClient;
import java.net.URI;
import java.util.Objects;

/**
 * Gets an offer out of its URL, where it stands by value or by reference.
 *
 * @see <a href="https://openid.net/specs/openid-4-verifiable-credential-issuance-1_0-11.html">
 *     OpenID4VCI draft 11, section 4.1</a>
 */
final class OfferUrl {

  private static final ObjectMapper MAPPER = ApiClient.createDefaultObjectMapper();

  private OfferUrl() {}

  static CredentialOffer read(String offerUrl, AuthMockClient client) {
    Redirect redirect = Redirect.of(Objects.requireNonNull(offerUrl, "offerUrl"));
    String byValue = redirect.parameter("credential_offer");
    String byReference = redirect.parameter("credential_offer_uri");
    if (byReference != null && byValue == null) {
      return client.readOffer(URI.create(byReference));
    }
    if (byValue != null && byReference == null) {
      return parse(byValue);
    }
    throw new IllegalArgumentException(
        "the URL of an offer has either credential_offer or credential_offer_uri");
  }

  private static CredentialOffer parse(String json) {
    CredentialOffer offer;
    try {
      offer = MAPPER.readValue(json, CredentialOffer.class);
    } catch (JsonProcessingException e) {
      // No cause: it would quote the offer, which may hold a code.
      throw new IllegalArgumentException("the credential_offer is not the JSON of an offer");
    }
    if (offer == null) {
      throw new IllegalArgumentException("the credential_offer is null");
    }
    return offer;
  }
}
