package dev.authmock.control;

import dev.authmock.server.ServerUrls;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The OpenAPI documents that this server was generated from, with its own URL in them. */
@Singleton
class ApiDocuments {
  /** The URL that the documents have for a mock with nothing but its defaults. */
  private static final String DEFAULT_BASE = "http://localhost:8080";

  private final ServerUrls urls;

  ApiDocuments(ServerUrls urls) {
    this.urls = urls;
  }

  /** The text of a document. */
  String read(String name) {
    String resource = "/openapi/" + name + ".yaml";
    try (InputStream in =
        Objects.requireNonNull(ApiDocuments.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replace(DEFAULT_BASE, urls.base());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
