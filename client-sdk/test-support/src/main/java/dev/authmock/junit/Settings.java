package dev.authmock.junit;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.AnnotationSupport;

/** What a mock is started with, {@code micronaut.…} and {@code authmock.…}. */
record Settings(Map<String, Object> properties) {

  Settings {
    properties = Map.copyOf(properties);
  }

  /** Those of the annotation at the class or, if that has none, at one around it. */
  static Settings of(Class<?> testClass) {
    for (Class<?> c = testClass; c != null; c = c.getEnclosingClass()) {
      var annotation = AnnotationSupport.findAnnotation(c, AuthMockTest.class);
      if (annotation.isPresent()) {
        return parse(annotation.get().properties());
      }
    }
    return new Settings(Map.of());
  }

  private static Settings parse(String[] lines) {
    Map<String, Object> properties = new TreeMap<>();
    for (String line : lines) {
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw new ExtensionConfigurationException("@AuthMockTest: not name=value: " + line);
      }
      properties.put(
          line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
    return new Settings(properties);
  }
}
