package dev.authmock.offer;

/**
 * A QR code as an SVG: one path of all dark modules, a run of them at a time.
 *
 * @see <a href="https://www.w3.org/TR/SVG2/paths.html">SVG 2, paths</a>
 */
public final class SvgImage {
  private SvgImage() {}

  /** The QR code of a text. */
  public static String ofText(String text) {
    return of(QrCode.of(text));
  }

  static String of(QrCode code) {
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size(); y++) {
      int x = 0;
      while (x < code.size()) {
        int end = x;
        while (end < code.size() && code.isDark(end, y)) {
          end++;
        }
        if (end > x) {
          int width = end - x;
          path.append('M').append(x).append(' ').append(y);
          path.append('h').append(width).append("v1h-").append(width).append('z');
        }
        x = end + 1;
      }
    }
    return """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
        <path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
        """.formatted(code.size(), path);
  }
}
