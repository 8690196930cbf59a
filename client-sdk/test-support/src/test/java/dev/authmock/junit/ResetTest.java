package dev.authmock.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.Faults;
import java.time.Duration;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;

@AuthMockTest
class ResetTest {

  private static String baseUrl = "";

  @BeforeAll
  static void start(AuthMock mock, AuthMockClient client) {
    baseUrl = mock.baseUrl();
    assertThat(client.metadata().getIssuer()).hasToString(mock.issuer());
  }

  @RepeatedTest(2)
  void each_test_of_a_class_finds_the_same_mock_as_if_just_started(AuthMock mock) {
    assertThat(mock.baseUrl()).isEqualTo(baseUrl);
    assertThat(mock.issuer()).isEqualTo(baseUrl + "/conformance/v3/auth-mock");
    assertThat(mock.control().journal().getTotal()).isZero();
    assertThat(mock.control().faults().list()).isEmpty();
    assertThat(mock.control().clock().read().getRealTime()).isTrue();
    assertThatThrownBy(mock::lastEvaluation).isInstanceOf(NoSuchElementException.class);

    Requests.redeem(mock);
    mock.injectFault(Faults.cutOff());
    mock.advanceClock(Duration.ofDays(1));
    assertThat(mock.lastEvaluation().getStatus()).isEqualTo(200);
    String clientId = String.valueOf(mock.lastEvaluation().getClientId());
    assertThat(mock.lastEvaluation(clientId).getStatus()).isEqualTo(200);
    assertThatThrownBy(() -> mock.lastEvaluation("did:key:z2other"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("did:key:z2other");
  }
}
