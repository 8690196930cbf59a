package dev.authmock.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.authmock.check.RefusedException;
import dev.authmock.server.ServerUrls;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A Redis that answers is not always one that can be used. */
class RedisProbeTest {

  @Test
  void a_redis_that_answers_and_takes_nothing_is_no_good_until_it_does() throws IOException {
    try (TestRedis own = TestRedis.start()) {
      RedisConfiguration configuration = TestRedis.ofItsOwn();
      Redis redis = TestRedis.connect(own.uri(), configuration);
      RedisProbe probe = new RedisProbe(
          redis, new RedisKeys(configuration), new ServerUrls("https://mock.example", () -> {
            throw new AssertionError("it is configured");
          }));
      probe.requireWrites();

      own.commands().configSet("maxmemory", "1");
      redis.requireAnswer();
      assertThat(catchThrowableOfType(RefusedException.class, probe::requireWrites)
              .difference()
              .actual())
          .isEqualTo("Redis' memory is full");

      own.commands().configSet("maxmemory", "0");
      assertThatCode(probe::requireWrites).doesNotThrowAnyException();
      redis.close();
    }
  }
}
