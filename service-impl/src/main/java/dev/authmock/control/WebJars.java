package dev.authmock.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Where the files of the WebJars are on the class path; the build says in which versions. */
final class WebJars {
  private static final Properties VERSIONS = versions();

  private WebJars() {}

  /** The path of a file of a WebJar. */
  static String path(String webJar, String file) {
    String version = Objects.requireNonNull(VERSIONS.getProperty(webJar), webJar);
    return "META-INF/resources/webjars/" + webJar + "/" + version + "/" + file;
  }

  private static Properties versions() {
    Properties versions = new Properties();
    try (InputStream in = WebJars.class.getResourceAsStream("/webjars.properties")) {
      versions.load(Objects.requireNonNull(in, "webjars.properties"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions;
  }
}
