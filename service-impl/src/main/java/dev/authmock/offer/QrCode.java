package dev.authmock.offer;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A text as a QR code, one bit to a module, with the quiet zone around it.
 *
 * @param modules which are dark
 * @see <a href="https://www.iso.org/standard/83389.html">ISO/IEC 18004</a>
 */
record QrCode(BitMatrix modules) {
  private static final int QUIET_ZONE = 4;

  /** The smallest code that has the text, with the lowest correction: screens have no scratches. */
  static QrCode of(String text) {
    Map<EncodeHintType, Object> hints = Map.of(
        EncodeHintType.ERROR_CORRECTION,
        ErrorCorrectionLevel.L,
        EncodeHintType.CHARACTER_SET,
        "UTF-8",
        EncodeHintType.MARGIN,
        QUIET_ZONE);
    try {
      return new QrCode(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
    } catch (WriterException e) {
      throw new IllegalStateException("The text is longer than a QR code can be", e);
    }
  }

  /** The width and the height. */
  int size() {
    return modules.getWidth();
  }

  /** Whether the module is dark. */
  boolean isDark(int x, int y) {
    return modules.get(x, y);
  }
}
