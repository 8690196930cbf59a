package dev.authmock.check;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * A few texts by their names, in order, that nobody changes. The journal keeps thousands of them for a
 * while, and what a garbage collection costs is the number of objects that it has to move: this is two.
 */
final class NotedTexts extends AbstractMap<String, String> {
  private final String[] namesAndTexts;

  private NotedTexts(String[] namesAndTexts) {
    this.namesAndTexts = namesAndTexts;
  }

  static Map<String, String> copyOf(Map<String, String> texts) {
    if (texts.isEmpty()) {
      return Map.of();
    }
    String[] copy = new String[2 * texts.size()];
    int next = 0;
    for (Map.Entry<String, String> text : texts.entrySet()) {
      copy[next++] = text.getKey();
      copy[next++] = text.getValue();
    }
    return new NotedTexts(copy);
  }

  @Override
  public Set<Map.Entry<String, String>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, String>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        return namesAndTexts.length / 2;
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<String, String>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < namesAndTexts.length;
    }

    @Override
    public Map.Entry<String, String> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      next += 2;
      return Map.entry(namesAndTexts[next - 2], namesAndTexts[next - 1]);
    }
  }
}
