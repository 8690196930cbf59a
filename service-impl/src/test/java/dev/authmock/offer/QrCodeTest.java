package dev.authmock.offer;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class QrCodeTest {
  private static final int SCALE = 8;
  private static final int WHITE = 0xffffff;

  static List<String> texts() {
    String offer = "?credential_offer_uri=http%3A%2F%2Flocalhost%3A8080%2Fconformance%2Fv3%2F"
        + "issuer-mock%2Foffers%2FprMi2Zh2Cku3Yla-GhUe04NBXuHrPxuK";
    return List.of(
        "openid-credential-offer://" + offer, "https://wallet.example/" + "a".repeat(1977) + offer);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void the_png_can_be_read_back(String text) throws Exception {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(PngImage.of(QrCode.of(text))));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());

    assertThat(read(pixels, image.getWidth())).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void the_svg_can_be_read_back(String text) throws Exception {
    QrCode code = QrCode.of(text);
    String svg = SvgImage.of(code);
    int width = code.size() * SCALE;
    int[] pixels = new int[width * width];
    Arrays.fill(pixels, WHITE);
    Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z").matcher(svg);
    while (run.find()) {
      assertThat(run.group(3)).isEqualTo(run.group(4));
      paint(
          pixels,
          width,
          Integer.parseInt(run.group(1)),
          Integer.parseInt(run.group(2)),
          Integer.parseInt(run.group(3)));
    }

    assertThat(svg).contains("viewBox=\"0 0 " + code.size() + " " + code.size() + "\"");
    assertThat(read(pixels, width)).isEqualTo(text);
  }

  private static void paint(int[] pixels, int width, int x, int y, int modules) {
    for (int row = y * SCALE; row < (y + 1) * SCALE; row++) {
      Arrays.fill(pixels, row * width + x * SCALE, row * width + (x + modules) * SCALE, 0);
    }
  }

  private static String read(int[] pixels, int width) throws Exception {
    RGBLuminanceSource source = new RGBLuminanceSource(width, pixels.length / width, pixels);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(source)),
            Map.of(DecodeHintType.PURE_BARCODE, true))
        .getText();
  }
}
