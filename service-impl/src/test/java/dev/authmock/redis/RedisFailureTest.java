package dev.authmock.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.redis.RedisFailure.Extent;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a failure of one command says of the others. */
class RedisFailureTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Request queue size exceeded: 10000. Commands are not accepted until the queue size drops.",
        "Command buffer size exceeded: 10000. Commands are not accepted until the queue size drops."
      })
  void a_full_queue_leaves_the_connection_to_those_in_it(String message) {
    RedisFailure failure = RedisFailure.of(new RedisException(message));

    assertThat(failure.needsNewConnection()).isFalse();
    assertThat(failure.isUnclear()).isFalse();
    assertThat(failure.isOutage()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      WRONGTYPE Operation against a key holding the wrong kind of value | ONE
      FOREIGN not of this server | ONE
      ERR user_script:1: attempt to compare nil with number script: 1a2b, on @user_script:1. | ONE
      OOM command not allowed when used memory > 'maxmemory'. | SOME
      READONLY You can't write against a read only replica. | SOME
      """)
  void what_is_about_one_key_is_nothing_that_others_have_to_know(String reply, Extent extent) {
    assertThat(RedisFailure.of(new RedisCommandExecutionException(reply)).extent())
        .isEqualTo(extent);
  }

  @Test
  void of_an_outage_all_know_for_a_moment_and_what_is_about_one_key_does_not_end_it() {
    RedisOutage outage = new RedisOutage("redis.example:6379");
    outage.failed(RedisFailure.FOREIGN);
    assertThat(outage.now()).isNull();

    RedisFailure away = RedisFailure.of(new ConnectException());
    outage.failed(away);
    outage.failed(RedisFailure.FOREIGN);
    assertThat(outage.now()).isEqualTo(away);

    outage.worked();
    assertThat(outage.now()).isNull();
  }
}
