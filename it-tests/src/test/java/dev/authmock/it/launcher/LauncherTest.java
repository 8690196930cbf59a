package dev.authmock.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which archive the launcher makes and uses, seen by a JVM that only notes how it is called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  private static final String TRAINING = "dev.authmock.app.ArchiveTraining";

  @TempDir
  Path root;

  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    installation = new Installation(root, "25.0.3");
  }

  @ParameterizedTest
  @CsvSource({
    "17.0.15, ArchiveClassesAtExit, SharedArchiveFile",
    "24, ArchiveClassesAtExit, SharedArchiveFile",
    "25.0.3, AOTCacheOutput, AOTCache",
    "26-ea, AOTCacheOutput, AOTCache"
  })
  void the_first_run_makes_an_archive_and_each_starts_with_it(
      String version, String makes, String uses) throws Exception {
    installation.release(version);

    installation.run();
    assertThat(installation.calls())
        .satisfiesExactly(
            training -> assertThat(training).contains("-XX:" + makes + "=").endsWith(TRAINING),
            start -> assertThat(start).contains("-XX:" + uses + "=" + archive()));

    installation.run();
    assertThat(installation.calls())
        .singleElement()
        .asString()
        .contains("-XX:" + uses + "=" + archive());
  }

  @Test
  void its_arguments_are_options_of_the_jvm() throws Exception {
    installation.run("-Dmicronaut.server.port=9090", "-Dsome=of two words");

    assertThat(installation.calls().get(1))
        .endsWith("-Dmicronaut.server.port=9090 -Dsome=of two words -jar " + installation.jar);
  }

  @Test
  void another_collector_takes_the_place_of_its_own() throws Exception {
    installation.run("--prepare");
    installation.calls();

    installation.run("-XX:+UseParallelGC");

    assertThat(installation.calls())
        .singleElement()
        .asString()
        .contains("-XX:+UseParallelGC", "-XX:AOTCache=" + archive())
        .doesNotContain("SerialGC");
  }

  @Test
  void it_can_make_the_archive_and_no_more() throws Exception {
    assertThat(installation.run("--prepare")).isZero();

    assertThat(installation.calls()).singleElement().asString().endsWith(TRAINING);
    assertThat(installation.run("--prepare")).isZero();
    assertThat(installation.calls()).isEmpty();
  }

  @Test
  void the_training_knows_nothing_of_the_callers_settings() throws Exception {
    installation.run();

    assertThat(installation.environment()).contains("PATH=").doesNotContain("AUTHMOCK");
  }

  @ParameterizedTest
  @ValueSource(ints = {-100, 100})
  void another_jar_gets_another_archive_and_the_stale_one_goes(int seconds) throws Exception {
    installation.run("--prepare");
    Path stale = archive();
    Files.writeString(installation.jar, "another jar");
    Files.setLastModifiedTime(installation.jar, FileTime.from(Instant.now().plusSeconds(seconds)));
    installation.calls();

    installation.run();

    assertThat(installation.calls()).hasSize(2).first().asString().endsWith(TRAINING);
    assertThat(archive()).isNotEqualTo(stale);
  }

  @Test
  void another_release_of_the_jvm_gets_another_archive() throws Exception {
    installation.run("--prepare");
    Path stale = archive();

    installation.release("25.0.4");
    installation.run("--prepare");

    assertThat(archive()).isNotEqualTo(stale);
  }

  @Test
  void paths_may_have_spaces() throws Exception {
    Installation spacious = new Installation(root.resolve("a folder"), "25.0.3");

    spacious.run();

    assertThat(spacious.calls()).hasSize(2);
    assertThat(spacious.archives()).hasSize(1);
  }

  @Test
  void the_training_knows_the_encoding_of_paths() throws Exception {
    installation.runBy(List.of("env", "-u", "LC_ALL", "LC_CTYPE=C.UTF-8", "LANG=C"));

    installation.run();

    assertThat(installation.environment()).contains("LC_ALL=C.UTF-8");
  }

  @Test
  void without_the_encoding_of_its_path_a_jar_is_started_plainly_and_later_with_it()
      throws Exception {
    // By a shell: a JVM without the encoding can't name the folder.
    String output = installation.shell("""
        unset LC_ALL LC_CTYPE
        abroad=$(printf 'caf\\303\\251')
        cp -r app "$abroad"
        LANG=C "$abroad/auth-mock" && ls "$abroad" | wc -l
        LANG=C "$abroad/auth-mock" --prepare 2>&1
        LANG=C.UTF-8 "$abroad/auth-mock" 2> /dev/null && ls "$abroad" | wc -l
        """);

    assertThat(output.lines().map(String::strip))
        .containsExactly(
            "2",
            "auth-mock: there is no archive: the path of the jar is not ASCII, and the locale"
                + " (LC_ALL, LC_CTYPE, LANG) not one of UTF-8",
            "3");
  }

  @Test
  void before_jdk_25_a_jar_in_a_folder_with_a_space_is_started_without() throws Exception {
    Installation spacious = new Installation(root.resolve("a folder"), "17.0.15");

    spacious.run();

    assertThat(spacious.calls()).singleElement().asString().doesNotContain("Archive");
    assertThat(spacious.archives()).isEmpty();
  }

  @Test
  void an_unknown_jvm_starts_without() throws Exception {
    installation.release("11.0.2");

    assertThat(installation.run()).isZero();

    assertThat(installation.calls())
        .singleElement()
        .asString()
        .endsWith("-jar " + installation.jar);
  }

  @Test
  void a_training_that_fails_is_not_tried_again_and_the_start_is_a_plain_one() throws Exception {
    installation.failTraining();

    assertThat(installation.run()).isZero();
    assertThat(installation.calls()).hasSize(2).last().asString().doesNotContain("AOTCache");
    assertThat(installation.run()).isZero();
    assertThat(installation.calls()).hasSize(1);
    assertThat(installation.run("--prepare")).isEqualTo(1);
  }

  @Test
  void where_its_folder_is_read_only_the_archive_is_in_the_users_cache() throws Exception {
    asSomebodyWhoMayNotWrite();
    Path cache = Files.createDirectory(root.resolve("cache"));
    Files.setPosixFilePermissions(cache, PosixFilePermissions.fromString("rwxrwxrwx"));

    installation.run();
    installation.run();

    assertThat(installation.calls()).hasSize(3);
    assertThat(installation.archives()).isEmpty();
    assertThat(installation.archivesInCache()).hasSize(1);
  }

  @Test
  void where_nothing_can_be_written_the_start_is_a_plain_one() throws Exception {
    asSomebodyWhoMayNotWrite();

    assertThat(installation.run()).isZero();

    assertThat(installation.calls()).singleElement().asString().doesNotContain("AOTCache");
  }

  @Test
  void runs_that_start_together_all_start_and_leave_one_whole_archive() throws Exception {
    List<Process> together = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      together.add(installation.start());
    }

    for (Process process : together) {
      assertThat(process.waitFor()).isZero();
    }
    assertThat(archive()).hasContent("classes");
  }

  private Path archive() throws IOException {
    assertThat(installation.archives()).hasSize(1);
    return installation.archives().get(0);
  }

  /** Root may write anywhere, so that the launcher has to be run by somebody else. */
  private void asSomebodyWhoMayNotWrite() throws Exception {
    Path jvm = root.resolve("jvm");
    for (Path folder : List.of(root, installation.folder())) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    }
    Files.setPosixFilePermissions(jvm, PosixFilePermissions.fromString("rwxrwxrwx"));
    if (System.getProperty("user.name").equals("root")) {
      List<String> nobody = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
      assumeTrue(Files.isExecutable(Path.of("/usr/bin/setpriv")));
      installation.runBy(nobody);
    }
  }
}
