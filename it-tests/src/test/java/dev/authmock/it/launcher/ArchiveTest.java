package dev.authmock.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.it.bench.ServiceProcess;
import dev.authmock.it.support.Codes;
import dev.authmock.sdk.AuthMockClient;
import dev.authmock.sdk.PreAuthorizedCodeGrant;
import dev.authmock.sdk.UserPin;
import dev.authmock.sdk.control.model.PreAuthorizedCodeOrder;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real jar and the JVM of this test: what the launcher starts has its classes from the archive. */
@DisabledOnOs(OS.WINDOWS)
class ArchiveTest {
  @TempDir
  Path directory;

  @Test
  void nearly_all_classes_come_from_the_archive() throws Exception {
    Path jar = Path.of(System.getProperty("authmock.jar"));
    for (String name : List.of("auth-mock.jar", "auth-mock")) {
      Files.copy(
          jar.resolveSibling(name), directory.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    }
    Path classes = directory.resolve("classes.txt");

    Path launcher = directory.resolve("auth-mock");
    try (ServiceProcess service =
        ServiceProcess.launch(launcher, List.of("-Xlog:class+load:file=" + classes))) {
      redeemPreAuthorizedCode(service.baseUrl());
    }

    List<String> ours = Files.readAllLines(classes).stream()
        .filter(line -> line.contains(" dev.authmock."))
        .toList();
    assertThat(ours).hasSizeGreaterThan(300);
    assertThat(ours.stream().filter(line -> !line.contains("shared objects file")))
        .hasSizeLessThan(ours.size() / 20);
  }

  private static void redeemPreAuthorizedCode(URI baseUrl) {
    AuthMockClient client = AuthMockClient.builder().baseUrl(baseUrl.toString()).build();
    String code = client
        .control()
        .mintPreAuthorizedCode(new PreAuthorizedCodeOrder().clientId(Codes.HOLDER))
        .getPreAuthorizedCode();
    client.redeem(PreAuthorizedCodeGrant.of(code).withUserPin(UserPin.derivedFrom(Codes.HOLDER)));
  }
}
