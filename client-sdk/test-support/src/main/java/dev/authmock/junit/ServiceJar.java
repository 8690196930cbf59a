package dev.authmock.junit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/**
 * The service's runnable jar, in a class loader that sees nothing of the tests' class path, and that
 * they see nothing of.
 *
 * <p>It is there once in a JVM: classes that are loaded and compiled already make the second start
 * much faster than the first.
 */
final class ServiceJar {

  private static final String RESOURCE = "auth-mock.jar";
  private static final String MAIN = "dev.authmock.app.EmbeddedAuthMock";

  private static @Nullable Class<?> mainClass;

  private ServiceJar() {}

  /** The class that starts servers; loaded by the first who asks. */
  static synchronized Class<?> mainClass() {
    Class<?> known = mainClass;
    if (known == null) {
      known = load();
      mainClass = known;
    }
    return known;
  }

  private static Class<?> load() {
    try {
      URL[] jar = {unpack().toUri().toURL()};
      ClassLoader jdk = ClassLoader.getPlatformClassLoader();
      return new URLClassLoader("auth-mock", jar, jdk).loadClass(MAIN);
    } catch (IOException e) {
      throw new UncheckedIOException("the Auth Mock could not be unpacked to a temporary file", e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the Auth Mock in this jar is of another version", e);
    }
  }

  private static Path unpack() throws IOException {
    try (InputStream in = ServiceJar.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("this jar was built without the Auth Mock in it");
      }
      Path jar = Files.createTempFile("auth-mock-", ".jar");
      jar.toFile().deleteOnExit();
      Files.copy(in, jar, StandardCopyOption.REPLACE_EXISTING);
      return jar;
    }
  }
}
