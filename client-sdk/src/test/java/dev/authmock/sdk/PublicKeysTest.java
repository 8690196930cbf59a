package dev.authmock.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import org.junit.jupiter.api.Test;

class PublicKeysTest {

  @Test
  void no_private_member_is_left() throws Exception {
    ECKey key = new ECKeyGenerator(Curve.P_256).keyID("key-1").generate();

    assertThat(PublicKeys.of(key).getKeys())
        .singleElement()
        .satisfies(jwk -> assertThat(jwk)
            .containsOnlyKeys("kty", "crv", "kid", "x", "y")
            .containsEntry("kid", "key-1"));
  }

  @Test
  void a_symmetric_key_is_refused() throws Exception {
    OctetSequenceKey secret = new OctetSequenceKeyGenerator(256).generate();

    assertThatThrownBy(() -> PublicKeys.of(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(secret.getKeyValue().toString());
  }
}
