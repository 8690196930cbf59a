package dev.authmock.jose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can't work in a JVM of its own, started by hand: a missing jar, a temp folder of no use. */
class ProviderFallbackTest {

  @TempDir
  Path folder;

  /** Prints which provider was chosen, or what the exception says. */
  static final class Chooser {
    public static void main(String[] arguments) {
      try {
        System.out.println(
            CryptoProvider.load(ProviderChoice.named(arguments[0])).name());
      } catch (CryptoProviderException e) {
        System.out.println("error: " + e.getMessage());
      }
    }
  }

  @Test
  void without_the_jar_of_corretto_another_is_chosen() throws Exception {
    assertThat(choose("auto", without("AmazonCorretto"), temp())).startsWith("Conscrypt ");
  }

  @Test
  void without_any_native_jar_the_jdk_is_chosen() throws Exception {
    assertThat(choose("auto", without("AmazonCorretto", "conscrypt"), temp())).startsWith("SunEC ");
  }

  @Test
  void where_corretto_can_not_unpack_its_library_another_is_chosen() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(choose("auto", without(), file.resolve("tmp"))).matches("(Conscrypt|SunEC) .*");
  }

  @Test
  void a_provider_that_is_forced_and_does_not_work_is_an_error_of_one_line() throws Exception {
    for (String name : List.of("accp", "conscrypt")) {
      assertThat(choose(name, without("AmazonCorretto", "conscrypt"), temp()))
          .startsWith("error: authmock.crypto-provider is " + name + ", which does not work here: ")
          .doesNotContain("\n");
    }
  }

  private Path temp() {
    return folder;
  }

  private static String without(String... jars) {
    Predicate<String> kept = entry -> Arrays.stream(jars).noneMatch(entry::contains);
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(kept)
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static String choose(String name, String classPath, Path temp) throws Exception {
    Process java = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + temp,
            "-cp",
            classPath,
            Chooser.class.getName(),
            name)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
    String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(java.waitFor(30, TimeUnit.SECONDS)).isTrue();
    // Logging may write to the same stream before.
    return output.strip().lines().reduce((first, last) -> last).orElse("");
  }
}
