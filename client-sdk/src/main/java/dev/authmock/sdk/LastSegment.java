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
}
