package dev.authmock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@AuthMockTest
class NestedTest {

  private static String outer = "";

  @BeforeAll
  static void note(AuthMock mock) {
    outer = mock.baseUrl();
  }

  @Nested
  class WithoutAnAnnotation {
    @Test
    void shares_the_mock(AuthMock mock) {
      assertThat(mock.baseUrl()).isEqualTo(outer);
    }
  }

  @Nested
  @AuthMockTest
  class WithTheSameProperties {
    @Test
    void shares_the_mock(AuthMock mock) {
      assertThat(mock.baseUrl()).isEqualTo(outer);
    }
  }

  @Nested
  @AuthMockTest(properties = "authmock.journal.max-entries = 1")
  class WithOtherProperties {
    @Test
    void has_a_mock_of_its_own(AuthMock mock) {
      assertThat(mock.baseUrl()).isNotEqualTo(outer);
      Requests.redeem(mock);
      assertThat(mock.control().journal().getTotal()).isEqualTo(1);
    }
  }
}
