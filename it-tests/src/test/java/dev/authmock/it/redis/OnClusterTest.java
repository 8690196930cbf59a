package dev.authmock.it.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.support.Codes;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.sdk.control.model.Health;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on a Redis Cluster, whose keys are spread over its masters. */
class OnClusterTest {
  private static final int CODES = 60;

  @TempDir
  private static Path directory;

  private static RedisCluster cluster;
  private static Node a;
  private static Node b;

  @BeforeAll
  static void start() throws IOException {
    cluster = RedisCluster.start(directory);
    a = Node.onCluster("on-cluster", cluster.uris());
    b = Node.onCluster("on-cluster", cluster.uris());
  }

  @AfterAll
  static void stop() {
    a.server().close();
    b.server().close();
    cluster.close();
  }

  @Test
  void codes_on_any_of_its_masters_are_good_once_at_both_nodes_together() throws IOException {
    List<String> codes = mint();

    assertThat(cluster.keys()).allSatisfy(keys -> assertThat(keys).isPositive());
    assertThat(codes).allSatisfy(code -> {
      assertThat(redeem(b, code).status()).isEqualTo(200);
      assertThat(redeem(a, code).json().path("check").asText())
          .isEqualTo("pre-authorized_code.unused");
    });
  }

  @Test
  void a_reset_finds_the_codes_of_all_its_masters() {
    List<String> codes = mint();

    b.sdk().control().reset();

    assertThat(codes)
        .allSatisfy(code -> assertThat(redeem(a, code).json().path("check").asText())
            .isEqualTo("pre-authorized_code.known"));
  }

  @Test
  void both_nodes_sign_with_the_keys_that_one_of_them_keeps_there() {
    assertThat(a.http().get(RawHttp.JWKS).body())
        .isEqualTo(b.http().get(RawHttp.JWKS).body());
    assertThat(a.sdk().control().operations().health().getStatus()).isEqualTo(Health.StatusEnum.UP);
  }

  private static List<String> mint() {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < CODES; i++) {
      codes.add(a.sdk()
          .control()
          .mintPreAuthorizedCode(
              new PreAuthorizedCodeOrder().clientId(Codes.HOLDER).userPinRequired(false))
          .getPreAuthorizedCode());
    }
    return codes;
  }

  private static Exchange redeem(Node node, String code) {
    return node.http().token(Form.ofPreAuthorizedCode(code));
  }
}
