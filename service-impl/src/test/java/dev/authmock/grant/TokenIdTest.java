package dev.authmock.grant;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class TokenIdTest {
  private final OpaqueTokens random = new OpaqueTokens(new SecureRandom());

  @Test
  void the_id_of_a_token_tells_its_flow() {
    String flow = random.next();
    TokenId id = TokenId.of(flow, random);
    assertThat(TokenId.parse(id.value())).isEqualTo(id);
    assertThat(TokenId.parse(id.value()).flowId()).isEqualTo(flow);
  }

  @Test
  void two_tokens_of_one_flow_have_two_ids() {
    assertThat(TokenId.of("flow", random).value())
        .isNotEqualTo(TokenId.of("flow", random).value());
  }
}
