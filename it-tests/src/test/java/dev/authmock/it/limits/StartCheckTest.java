package dev.authmock.it.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.authmock.app.EmbeddedAuthMock;
import dev.authmock.it.support.PackagedService;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A start with a configuration that can't be meant says what is wrong, all of it. */
@Timeout(60)
class StartCheckTest {
  private static final String SAID = "Auth Mock did not start: ";

  @TempDir
  Path directory;

  @Test
  void everything_that_is_wrong_is_said_in_a_line_each_and_no_secret() throws Exception {
    Path file = Files.writeString(directory.resolve("mock.yml"), """
        authmock:
          base-url: mock.example
          signing-keys: /no/such/file
          fetch:
            conect-timeout: 1s
            total-timeout: soon
          offers:
            lifetime: 0s
          clients:
            one:
              client-id: https://one.example
              jwks-url: https://one.example/jwks
            two:
              jwks: '{"keys": [{"kty": "EC", "d": "c2VjcmV0"}]}'
          token-shapes:
            short:
              lifetme: 1
        """);
    try (PackagedService service = new PackagedService(
        directory.resolve("output.txt"),
        Map.of("AUTHMOCK_TOKEN", "secret-token"),
        "-Dmicronaut.config.files=" + file,
        "-Dauthmock.control.token=secret",
        "-Dauthmock.journal.max-entries=secret-that-is-elsewhere")) {

      assertThat(service.exitCode()).isEqualTo(1);
      assertThat(service.lines())
          .allMatch(line -> line.contains("[ERROR] Startup - " + SAID))
          .noneMatch(line -> line.contains("secret") || line.contains("c2VjcmV0"));
      assertThat(service.lines().stream().map(line -> line.split(SAID, 2)[1]))
          .satisfiesOnlyOnce(line -> assertThat(line).startsWith("authmock.base-url must be"))
          .satisfiesOnlyOnce(line -> assertThat(line).startsWith("authmock.clients.one: "))
          .satisfiesOnlyOnce(line -> assertThat(line).startsWith("authmock.clients.two: "))
          .satisfiesOnlyOnce(line -> assertThat(line).startsWith("authmock.token-shapes.short: "))
          .satisfiesOnlyOnce(line -> assertThat(line).startsWith("authmock.signing-keys can't"))
          .satisfiesOnlyOnce(line -> assertThat(line).startsWith("authmock.offers.lifetime must"))
          .contains(
              "AUTHMOCK_TOKEN (environment variable) is no setting; there is"
                  + " AUTHMOCK_CONTROL_TOKEN",
              "authmock.clients.one.jwks-url (in " + file + ") is no setting; there is"
                  + " authmock.clients.one.jwks-uri",
              "authmock.fetch.conect-timeout (in " + file + ") is no setting; there is"
                  + " authmock.fetch.connect-timeout",
              "authmock.fetch.total-timeout must be a duration, such as 500ms, 10s, 5m or 1d, not"
                  + " soon",
              "authmock.journal.max-entries must be a whole number")
          .hasSize(11);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      authmock.fetch.deny-private | maybe | authmock.fetch.deny-private must be true or false, not maybe
      authmock.fetch.max-body-size | big | authmock.fetch.max-body-size must be a size, such as 512KB or 1MB, not big
      authmock.jwks.max-age | '' | authmock.jwks.max-age must be a duration, such as 500ms, 10s, 5m or 1d, but is empty
      authmock.jwks.max-age | 0s | authmock.jwks.max-age must be positive, not PT0S
      authmock.limits.max-connections | 0 | authmock.limits.max-connections must be at least 1, not 0
      authmock.signing-key-id | one | authmock.signing-key-id names a key of authmock.signing-keys, which is not set
      authmock.store | disk | authmock.store must be memory or redis
      authmock.basse-url | x | authmock.basse-url (given at the start) is no setting; there is authmock.base-url
      auth-mock.base-url | x | auth-mock.base-url (given at the start) is no setting; there is authmock.base-url
      authmock.clients.one.redirect-uri | x | authmock.clients.one.redirect-uri (given at the start) is no setting; there is authmock.clients.one.redirect-uris
      authmock.zzzzzzzzzzzzzzzz | x | authmock.zzzzzzzzzzzzzzzz (given at the start) is no setting
      micronaut.server.port | 80800 | micronaut.server.port must be from 0 to 65535, or -1, not 80800
      micronaut.server.context-path | /mocks | micronaut.server.context-path must not be set: the paths are fixed
      """)
  void a_setting_that_can_not_be_meant_is_named(String name, String value, String line) {
    assertThat(linesOf(Map.of(name, value))).contains(SAID + line);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      a: b: secret | mapping values are not allowed here (line 1, column 5)
      a: [secret   | while parsing a flow sequence, expected ',' or ']', but got <stream end> (line 1, column 11)
      a: *secret   | found undefined alias (line 1, column 4)
      a: !secret b | could not determine a constructor for the tag (line 1, column 4)
      """)
  void a_file_that_is_no_yaml_is_told_where(String yaml, String said) throws Exception {
    Path file = Files.writeString(directory.resolve("mock.yml"), yaml);
    try (PackagedService service = new PackagedService(
        directory.resolve("output.txt"), Map.of(), "-Dmicronaut.config.files=" + file)) {
      assertThat(service.exitCode()).isEqualTo(1);
      assertThat(service.lines())
          .singleElement()
          .asString()
          .endsWith(SAID + "a configuration file is not valid YAML: " + said)
          .doesNotContain("secret");
    }
  }

  @Test
  void a_file_of_keys_that_can_not_be_used_is_named() throws Exception {
    Path file = Files.writeString(directory.resolve("keys.json"), "secret");

    assertThat(linesOf(Map.of("authmock.signing-keys", file.toString())))
        .containsExactly(SAID + "authmock.signing-keys (" + file
            + "): The JWKS of the signing keys is not valid JSON");
  }

  @Test
  void a_redis_that_is_named_and_not_used_is_told() throws Exception {
    try (PackagedService service = new PackagedService(
        directory.resolve("output.txt"), Map.of(), "-Dredis.uri=redis://:secret@localhost:1")) {
      service.baseUrl();
      assertThat(service.lines())
          .anyMatch(line ->
              line.endsWith("An address of Redis is set, and not used: authmock.store is memory"))
          .noneMatch(line -> line.contains("secret"));
    }
  }

  @Test
  void a_port_that_is_taken_is_named() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
      int port = taken.getLocalPort();
      assertThat(linesOf(Map.of("micronaut.server.port", port)))
          .containsExactly(
              SAID + "port " + port + " (micronaut.server.port) is taken by another program");
    }
  }

  @Test
  void other_spellings_of_a_setting_that_the_framework_takes_are_good() {
    EmbeddedAuthMock.start(Map.of(
            "authmock.jwks.maxAge",
            "1m",
            "authmock.clients.my-issuer.client-id",
            "https://issuer.example",
            "authmock.clients.my-issuer.jwks-uri",
            "https://issuer.example/jwks",
            "authmock.clients.my-issuer.redirect-uris",
            List.of("https://issuer.example/cb"),
            "authmock.token-shapes.any.claims.role",
            "auditor"))
        .close();
  }

  private static List<String> linesOf(Map<String, Object> settings) {
    Throwable failure = catchThrowable(() -> EmbeddedAuthMock.start(settings).close());
    assertThat(failure).isInstanceOf(IllegalStateException.class);
    return String.valueOf(failure.getMessage()).lines().toList();
  }
}
