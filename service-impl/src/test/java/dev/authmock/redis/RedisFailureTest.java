package dev.authmock.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.redis.RedisFailure.Extent;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import java.net.ConnectException;
import java.security.cert.CertificateException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
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

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
      ERR DB index is out of range | Redis has no database of that number
      ERR max number of clients reached | Redis has as many clients as it takes
      ERR This instance has cluster support disabled | this Redis is no Cluster, so there is redis.uri for it
      MOVED 3999 127.0.0.1:6381 | this is a node of a Redis Cluster, for which there is redis.uris
      ERR unknown command `EVALSHA`, with args beginning with: `1a2b` | Redis does not know the command; it may have another name there
      NOPERM this user has no permissions to run the 'info' command | this user of Redis may not do that: INFO
      NOPERM this user has no permissions to access one of the keys used as arguments | this user of Redis may not do that
      ERR secret | an error of Redis
      """)
  void what_redis_says_is_told_in_words_without_what_was_sent(String reply, String reason) {
    assertThat(RedisFailure.of(new RedisCommandExecutionException(reply)).reason())
        .isEqualTo(reason);
  }

  @Test
  void a_certificate_that_is_not_trusted_is_told_from_no_tls() {
    Exception untrusted = new SSLHandshakeException("PKIX path building failed");
    untrusted.initCause(new CertificateException("no"));

    assertThat(RedisFailure.of(new RedisException(untrusted)).reason())
        .isEqualTo("Redis' certificate is not trusted, or is that of another host");
    assertThat(RedisFailure.of(new RedisException(new SSLException("not TLS"))).reason())
        .isEqualTo("no TLS with Redis");
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
