package dev.authmock.junit;

import java.lang.reflect.InvocationTargetException;
import java.util.Map;

/** A server of {@link ServiceJar}, whose class is unknown here. */
final class Service implements AutoCloseable {

  private final AutoCloseable server;

  private Service(Object server) {
    this.server = (AutoCloseable) server;
  }

  static Service start(Map<String, Object> settings) {
    try {
      return new Service(
          ServiceJar.mainClass().getMethod("start", Map.class).invoke(null, settings));
    } catch (InvocationTargetException e) {
      Throwable why = e.getTargetException();
      throw new IllegalStateException(why.getMessage(), why);
    } catch (ReflectiveOperationException e) {
      throw ofAnotherVersion(e);
    }
  }

  String baseUrl() {
    return text("baseUrl");
  }

  String issuer() {
    return text("issuer");
  }

  private String text(String method) {
    try {
      return (String) server.getClass().getMethod(method).invoke(server);
    } catch (ReflectiveOperationException e) {
      throw ofAnotherVersion(e);
    }
  }

  private static IllegalStateException ofAnotherVersion(ReflectiveOperationException e) {
    return new IllegalStateException("the Auth Mock in this jar is of another version", e);
  }

  @Override
  public void close() throws Exception {
    server.close();
  }
}
