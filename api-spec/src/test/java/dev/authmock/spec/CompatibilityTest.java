package dev.authmock.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.output.ConsoleRender;

/** A change of the OpenAPI documents does not break the users of the last release. */
class CompatibilityTest {
  @ParameterizedTest
  @ValueSource(strings = {"conformance-v3.yaml", "mock-control.yaml"})
  void stays_compatible_with_the_last_release(String document) {
    ChangedOpenApi changes = OpenApiCompare.fromLocations(
        "src/baseline/" + document, "src/main/resources/openapi/" + document);

    assertThat(changes.isCompatible()).as(() -> describe(changes)).isTrue();
  }

  private static String describe(ChangedOpenApi changes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ConsoleRender().render(changes, new OutputStreamWriter(out, StandardCharsets.UTF_8));
    return out.toString(StandardCharsets.UTF_8);
  }
}
