package dev.authmock.check;

/**
 * A JWT that came or went, as far as the journal keeps it.
 *
 * @param name where it stood, the name of a parameter or a member
 * @param encoded its header and payload as they were encoded, without the signature: good for nothing
 */
public record UnsignedJwt(String name, String encoded) {
  /** What is longer is not kept. */
  private static final int MAX_LENGTH = 20_000;

  /**
   * The JWT without its signature; what is no JWT, or too long, as an empty one.
   *
   * @param room how many characters there is room for
   */
  static UnsignedJwt of(String name, String compact, int room) {
    int end = compact.lastIndexOf('.');
    boolean kept = end > 0 && end <= Math.min(room, MAX_LENGTH);
    return new UnsignedJwt(name, kept ? compact.substring(0, end) : "");
  }

  /** Says nothing of what it claims. */
  @Override
  public String toString() {
    return "UnsignedJwt[" + name + "]";
  }
}
