package dev.authmock.app.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DiagnosisTest {

  @Test
  void no_address_with_a_password_is_shown() {
    List<String> uris = List.of("redis://:horse-1@one:6379", "redis://:horse-2@two:6379");
    try (ApplicationContext context =
        ApplicationContext.builder(Map.of("redis.uris", uris)).build()) {
      context.getEnvironment().start();

      List<String> lines =
          Diagnosis.of(context, new IllegalStateException("neither " + String.join(" nor ", uris)));

      assertThat(lines).contains("neither *** nor ***");
      assertThat(lines).noneMatch(line -> line.contains("horse"));
    }
  }
}
