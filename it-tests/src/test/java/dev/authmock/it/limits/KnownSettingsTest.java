package dev.authmock.it.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.app.settings.KnownSettings;
import dev.authmock.it.support.ServiceTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the start knows for a setting is what the README has in its table. */
class KnownSettingsTest extends ServiceTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(authmock\\.[^`]+)` \\|");

  @Test
  void the_table_of_settings_has_all_that_there_are_and_no_others() throws Exception {
    List<String> rows = ROW.matcher(Files.readString(Path.of("../README.md")))
        .results()
        .map(row -> row.group(1))
        .toList();

    assertThat(rows)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(KnownSettings.names(server.getApplicationContext()));
  }
}
