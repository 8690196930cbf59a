package dev.authmock.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.Keys;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.it.support.VerifiedToken;
import io.micronaut.test.support.TestPropertyProvider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Keys of the configuration: all are published, one signs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SigningKeysTest extends ServiceTest implements TestPropertyProvider {
  private final ECKey retired = Keys.ec("retired");
  private final ECKey signing = Keys.ec("signing");
  private final ECKey next = Keys.ec("next");
  private final ECKey other = Keys.ec(Curve.P_384, "for something else");

  @TempDir
  static Path directory;

  @Override
  public Map<String, String> getProperties() {
    // The retired key has lost its private half.
    JWKSet keys = new JWKSet(List.of(retired.toPublicJWK(), signing, next, other));
    try {
      Path file = Files.writeString(directory.resolve("keys.json"), keys.toString(false));
      return Map.of("authmock.signing-keys", file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void all_keys_are_published_and_none_of_their_private_halves() {
    JsonNode published = http.get(RawHttp.JWKS).json().path("keys");

    assertThat(published.findValuesAsText("kid"))
        .containsExactly("retired", "signing", "next", "for something else");
    assertThat(published.findValues("d")).isEmpty();
    assertThat(http.get(RawHttp.JWKS).body())
        .doesNotContain(
            signing.getD().toString(), next.getD().toString(), other.getD().toString());
    assertThat(published.get(1).path("x").asText()).isEqualTo(signing.getX().toString());
  }

  @Test
  void the_first_private_key_for_es256_signs() {
    Exchange answer = http.token(Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()));
    String token = answer.json().path("access_token").asText();

    VerifiedToken verified = VerifiedToken.of(token, http.get(RawHttp.JWKS), sdk.issuer(), clock);
    assertThat(verified.header().get("kid")).isEqualTo("signing");
  }
}
