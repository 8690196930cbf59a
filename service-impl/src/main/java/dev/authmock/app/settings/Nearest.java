package dev.authmock.app.settings;

import java.util.Comparator;
import java.util.stream.Stream;

/** What somebody may have meant. */
final class Nearest {
  private Nearest() {}

  /**
   * The name that needs the fewest changes; one that ends alike, after a mark, needs none. Empty where
   * all are too far away.
   */
  static String to(String written, Stream<String> names, char mark) {
    String tail = written.substring(written.indexOf(mark));
    return names
        .map(name -> filledIn(name, written, mark))
        .map(name -> new Candidate(name, name.endsWith(tail) ? 0 : distance(written, name)))
        .min(Comparator.comparingInt(Candidate::distance))
        .filter(best -> best.distance <= written.length() / 3)
        .map(Candidate::name)
        .orElse("");
  }

  private record Candidate(String name, int distance) {}

  /** With the user's own name in it where the other has one. */
  private static String filledIn(String name, String written, char mark) {
    int star = name.indexOf('*');
    if (star < 0 || !written.startsWith(name.substring(0, star))) {
      return name;
    }
    int end = written.indexOf(mark, star);
    return end < 0 ? name : name.replace("*", written.substring(star, end));
  }

  /** Levenshtein's. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
