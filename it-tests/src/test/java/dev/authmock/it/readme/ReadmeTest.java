package dev.authmock.it.readme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.authmock.app.Application;
import dev.authmock.it.support.Json;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The README says what is so. */
@MicronautTest(application = Application.class)
class ReadmeTest {
  private static final Path README = Path.of("../README.md");
  private static final Path SAMPLE = Path.of("src/test/java/dev/authmock/it/readme/Sample.java");
  private static final Path SAMPLE_TEST =
      Path.of("../client-sdk/test-support/src/test/java/dev/authmock/sample/SmallWalletTest.java");

  @Inject
  EmbeddedServer server;

  @Test
  void the_sample_of_the_sdk_is_the_one_that_is_run_here() throws Exception {
    assertThat(Files.readString(README)).contains("```java\n" + shown(SAMPLE) + "```\n");
  }

  @Test
  void the_sample_of_a_junit_test_is_the_one_that_is_run_in_test_support() throws Exception {
    assertThat(Files.readString(README)).contains("```java\n" + shown(SAMPLE_TEST) + "```\n");
  }

  @Test
  void the_sample_of_the_sdk_gets_a_credential_and_reads_a_refusal() throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      Sample.main(new String[] {"http://localhost:" + server.getPort()});
    } finally {
      System.setOut(console);
    }

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("Wallet: did:key:z")
        .contains("Credential: ey")
        .contains("Refused: code.unused")
        .contains("Read why: http://localhost:" + server.getPort() + "/journal/");
  }

  @Test
  void every_setting_has_a_row_in_the_table() throws Exception {
    List<String> settings = settings();

    assertThat(settings).contains("authmock.control.token", "authmock.clients.*.client-id");
    String readme = Files.readString(README);
    assertThat(settings)
        .allSatisfy(setting -> assertThat(readme).contains("| `" + setting + "` |"));
  }

  /** The lines of a file that the README has too. */
  private static String shown(Path file) throws IOException {
    String text = Files.readString(file);
    return text.substring(
        text.indexOf('\n', text.indexOf("// README: from here")) + 1,
        text.indexOf("// README: to here"));
  }

  /** What the compiler noted of the configuration classes. */
  private static List<String> settings() throws IOException {
    List<String> names = new ArrayList<>();
    for (URL metadata : Collections.list(Application.class
        .getClassLoader()
        .getResources("META-INF/spring-configuration-metadata.json"))) {
      try (InputStream json = metadata.openStream()) {
        JsonNode read = Json.read(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        for (JsonNode property : read.path("properties")) {
          String name = property.path("name").asText();
          if (name.startsWith("authmock.")) {
            names.add(name);
          }
        }
      }
    }
    return names;
  }
}
