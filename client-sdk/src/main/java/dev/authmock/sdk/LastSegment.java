package dev.authmock.sdk;

import java.net.URI;

/** Finds the id at the end of a URI that the server gave. */
final class LastSegment {

  private LastSegment() {}

  /** What follows the last slash of the path, decoded. */
  static String of(URI uri) {
    String path = uri.getPath();
    String segment = path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    if (segment.isEmpty()) {
      throw new IllegalArgumentException(uri + " has no id at its end");
    }
    return segment;
  }

  /** The same of a URI of the server that has to have its place there, on whatever host. */
  static String of(URI uri, String place) {
    String id = of(uri);
    if (!uri.getPath().endsWith(place + id)) {
      throw new IllegalArgumentException(
          "not below " + place + " of an Auth Mock: " + uri.getPath());
    }
    return id;
  }
}
