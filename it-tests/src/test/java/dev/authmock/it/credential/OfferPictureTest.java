package dev.authmock.it.credential;

import static dev.authmock.it.support.Kind.BAD_REQUEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.QrReader;
import dev.authmock.it.support.RawHttp;
import dev.authmock.sdk.wallet.WalletIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The QR code of an offer for another device.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1">RFC 9110, section 12.5.1</a>
 */
class OfferPictureTest extends IssuanceTest {
  private static final String TYPE = "CTWalletCrossAuthorisedInTime";

  private final String did = WalletIdentity.generate().did();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "image/png | image/png",
        "image/svg+xml | image/svg+xml",
        "IMAGE/PNG | image/png",
        "image/* | image/png",
        "text/plain;q=0.5, image/png | image/png",
        "text/plain, image/png | text/plain",
        "image/png;q=0.5, image/svg+xml;q=0.6 | image/svg+xml",
        "image/svg+xml;q=0.5, image/png;q=0.6 | image/png",
        "image/*;q=0.8, image/svg+xml | image/svg+xml",
        "image/png;q=0, image/* | image/svg+xml",
        "image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8 | image/png",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/plain",
        "*/* | text/plain",
        "application/json | text/plain",
        "image/gif | text/plain",
        "image/png;q=0 | text/plain",
        "image/png;q=x | text/plain",
        "image/png;q=NaN | text/plain",
        "image/png;q= | text/plain",
        "nonsense | text/plain",
        ",;,;q=,/ | text/plain"
      })
  void accept_decides_between_text_and_picture(String accept, String expected) {
    Exchange made = requestOffer(offerQuery(TYPE, did), accept);

    assertThat(made.status()).as("%s", made).isEqualTo(200);
    assertThat(made.mediaType()).isEqualTo(expected);
    assertThat(made.header("vary").orElse("")).containsIgnoringCase("Accept");
    assertThat(made.header("cache-control")).contains("no-store");
    assertThat(made.header("x-content-type-options")).contains("nosniff");
  }

  @Test
  void a_png_has_the_url_that_leads_to_the_offer() {
    requireOffer(QrReader.png(png(offerQuery(TYPE, did))));
  }

  @Test
  void an_svg_has_the_url_that_leads_to_the_offer() {
    requireOffer(
        QrReader.svg(requestOffer(offerQuery(TYPE, did), "image/svg+xml").body()));
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 500, 1000, 1900, 2000})
  void a_long_endpoint_fits_into_the_picture_too(int length) {
    String endpoint = "https://wallet.example/".concat("a".repeat(length)).substring(0, length);
    Form query = offerQuery(TYPE, did).with("credential_offer_endpoint", endpoint);

    assertThat(QrReader.png(png(query))).startsWith(endpoint + "?credential_offer_uri=");
    assertThat(QrReader.svg(requestOffer(query, "image/svg+xml").body()))
        .startsWith(endpoint + "?credential_offer_uri=");
  }

  @Test
  void an_offer_for_the_same_device_is_a_redirect_whatever_is_accepted() {
    Exchange made = requestOffer(offerQuery(AUTHORISED, did), "image/png");

    assertThat(made.status()).as("%s", made).isEqualTo(302);
  }

  @Test
  void a_refusal_is_a_problem_whatever_is_accepted() {
    assertThatProblem(requestOffer(offerQuery("Diploma", did), "image/png"))
        .is(BAD_REQUEST, "unsupported_credential_type", "offer.credential_type");
  }

  private void requireOffer(String url) {
    assertThat(url).startsWith("openid-credential-offer://?credential_offer_uri=");
    assertThat(holder().readOffer(url).getCredentials().get(0).getTypes()).contains(TYPE);
  }

  private Exchange requestOffer(Form query, String accept) {
    return http.request("GET", RawHttp.OFFER + "?" + query.encoded())
        .header("Accept", accept)
        .send();
  }

  /** As bytes, which no text can be. */
  private byte[] png(Form query) {
    URI uri = URI.create(http.base() + RawHttp.OFFER + "?" + query.encoded());
    HttpRequest request = HttpRequest.newBuilder(uri)
        .header("Accept", "image/png")
        .timeout(Duration.ofSeconds(5))
        .build();
    try {
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.ofByteArray())
          .body();
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }
}
