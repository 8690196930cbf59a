package dev.authmock.it;

import static dev.authmock.it.support.Kind.INTERNAL_SERVER_ERROR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.check.Evaluation;
import dev.authmock.it.support.Exchange;
import dev.authmock.it.support.Form;
import dev.authmock.it.support.RawHttp;
import dev.authmock.it.support.ServiceTest;
import dev.authmock.token.Authorization;
import dev.authmock.token.GrantHandler;
import dev.authmock.token.TokenRequest;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;

/** A fault in the service: the answer says that there was one, and nothing of the inside. */
@Property(name = "spec.name", value = "InternalErrorTest")
class InternalErrorTest extends ServiceTest {
  private static final String GRANT_TYPE = "urn:test:faulty";

  /** A grant with a fault in it. */
  @Singleton
  @Requires(property = "spec.name", value = "InternalErrorTest")
  static class FaultyGrant implements GrantHandler {
    @Override
    public String grantType() {
      return GRANT_TYPE;
    }

    @Override
    public Authorization redeem(TokenRequest request, Evaluation evaluation) {
      throw new IllegalStateException("the inside at /opt/authmock");
    }
  }

  @Test
  void a_fault_is_an_internal_server_error_that_says_nothing_of_the_inside() {
    Exchange answer = http.token(Form.empty().with("grant_type", GRANT_TYPE));

    assertThatProblem(answer)
        .is(INTERNAL_SERVER_ERROR, "server_error", "server.works")
        .leaksNone("the inside at /opt/authmock", "IllegalStateException", "dev.authmock.");
  }

  @Test
  void a_fault_is_told_in_plain_json_too() {
    Exchange answer = http.request("POST", RawHttp.TOKEN)
        .header("Accept", "application/json")
        .header("Content-Type", RawHttp.FORM)
        .body(Form.empty().with("grant_type", GRANT_TYPE).encoded())
        .send();

    assertThatProblem(answer)
        .in("application/json")
        .is(INTERNAL_SERVER_ERROR, "server_error", "server.works");
  }

  @Test
  void after_a_fault_the_service_goes_on() {
    http.token(Form.empty().with("grant_type", GRANT_TYPE));

    assertThat(http.token(Form.ofPreAuthorizedCode(codes.preAuthorizedWithoutPin()))
            .status())
        .isEqualTo(200);
  }
}
