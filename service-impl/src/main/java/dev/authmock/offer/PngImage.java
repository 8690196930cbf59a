package dev.authmock.offer;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * A QR code as a PNG of one bit a pixel.
 *
 * <p>Such a picture is three chunks; the JDK's own writer would load all of AWT for it, with its
 * native code.
 *
 * @see <a href="https://www.w3.org/TR/png-3/">Portable Network Graphics</a>
 */
final class PngImage {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

  /** Pixels to a module, in both directions. */
  private static final int SCALE = 8;

  private PngImage() {}

  static byte[] of(QrCode code) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream png = new DataOutputStream(bytes)) {
      png.write(SIGNATURE);
      chunk(png, "IHDR", header(code.size() * SCALE));
      chunk(png, "IDAT", pixels(code));
      chunk(png, "IEND", new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException("memory took no more", e);
    }
    return bytes.toByteArray();
  }

  /** Width, height, 1 bit a pixel, grey; deflated, without filters, not interlaced. */
  private static byte[] header(int pixels) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream header = new DataOutputStream(bytes);
    header.writeInt(pixels);
    header.writeInt(pixels);
    header.write(new byte[] {1, 0, 0, 0, 0});
    return bytes.toByteArray();
  }

  /** With a scale of 8, one byte of a row is one module. */
  private static byte[] pixels(QrCode code) throws IOException {
    ByteArrayOutputStream deflated = new ByteArrayOutputStream();
    try (DeflaterOutputStream rows = new DeflaterOutputStream(deflated)) {
      byte[] row = new byte[1 + code.size()];
      for (int y = 0; y < code.size(); y++) {
        for (int x = 0; x < code.size(); x++) {
          row[1 + x] = (byte) (code.isDark(x, y) ? 0 : 0xff);
        }
        for (int copy = 0; copy < SCALE; copy++) {
          rows.write(row);
        }
      }
    }
    return deflated.toByteArray();
  }

  private static void chunk(DataOutputStream png, String name, byte[] data) throws IOException {
    byte[] type = name.getBytes(StandardCharsets.US_ASCII);
    CRC32 checksum = new CRC32();
    checksum.update(type);
    checksum.update(data);
    png.writeInt(data.length);
    png.write(type);
    png.write(data);
    png.writeInt((int) checksum.getValue());
  }
}
