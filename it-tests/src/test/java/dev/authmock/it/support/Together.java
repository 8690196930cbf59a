package dev.authmock.it.support;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Posts that become complete at the same moment: the server gets all but their last bytes first, and
 * then the last bytes in one go. So its threads come upon each other far more often than they do when
 * as many threads of a test send whole requests.
 */
public final class Together {
  private Together() {}

  /** Posts these bodies to the service on this port, and holds each exchange against the contract. */
  public static List<Exchange> post(
      int port, String path, String contentType, List<String> bodies) {
    return post(port, path, Map.of("Content-Type", contentType), bodies);
  }

  /** The same with these headers. */
  public static List<Exchange> post(
      int port, String path, Map<String, String> headers, List<String> bodies) {
    List<PendingPost> requests = new ArrayList<>();
    try {
      for (String body : bodies) {
        requests.add(new PendingPost(port, path, headers, body));
      }
      for (PendingPost request : requests) {
        request.finish();
      }
      List<Exchange> answers = new ArrayList<>();
      for (PendingPost request : requests) {
        answers.add(request.answer());
      }
      answers.forEach(Contract::verify);
      return answers;
    } catch (IOException e) {
      throw new AssertionError("no answer", e);
    } finally {
      requests.forEach(Together::close);
    }
  }

  private static void close(PendingPost request) {
    try {
      request.close();
    } catch (IOException e) {
      throw new AssertionError("a connection that can't be closed", e);
    }
  }
}
