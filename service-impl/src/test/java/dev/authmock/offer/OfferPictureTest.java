package dev.authmock.offer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OfferPictureTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "*/*; TEXT",
        "text/plain; TEXT",
        "text/*; TEXT",
        "application/json; TEXT",
        "`nonsense;q=x, /,;;`; TEXT",
        "image/png; PNG",
        "IMAGE/PNG; PNG",
        "image/*; PNG",
        "image/svg+xml; SVG",
        "`image/svg+xml, image/png;q=0.9`; SVG",
        "`image/png;q=0.5, image/svg+xml;q=0.4`; PNG",
        "`text/plain;q=0.5, image/*`; PNG",
        "`image/png;q=0, image/*`; SVG",
        "`image/*;q=0, */*`; TEXT",
        "`image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8`; PNG",
        "`text/html,application/xhtml+xml,image/avif,image/webp,*/*;q=0.8`; TEXT"
      })
  void the_offer_is_shown_as_the_caller_likes_it_best(String accept, OfferPicture shown) {
    assertThat(OfferPicture.bestFor(List.of(accept))).isEqualTo(shown);
  }

  @Test
  void who_says_nothing_gets_text() {
    assertThat(OfferPicture.bestFor(List.of())).isEqualTo(OfferPicture.TEXT);
  }

  @Test
  void the_accept_header_may_come_in_several_lines() {
    assertThat(OfferPicture.bestFor(List.of("text/plain;q=0.1", "image/png")))
        .isEqualTo(OfferPicture.PNG);
  }
}
