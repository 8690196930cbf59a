package dev.authmock.it.support;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads QR codes as a wallet's camera does: by their pixels. */
public final class QrReader {
  private static final int SCALE = 4;

  /** A command of an SVG path with its numbers. */
  private static final Pattern COMMAND = Pattern.compile("([A-Za-z])\\s*((?:-?\\d+[\\s,]*)*)");

  private QrReader() {}

  /** The text of the QR code in a PNG. */
  public static String png(byte[] picture) {
    try {
      return read(ImageIO.read(new ByteArrayInputStream(picture)));
    } catch (IOException e) {
      throw new AssertionError("no PNG", e);
    }
  }

  /** The text of the QR code in an SVG. */
  public static String svg(String picture) {
    Element root = xml(picture).getDocumentElement();
    String[] box = root.getAttribute("viewBox").split(" ", -1);
    int size = Integer.parseInt(box[2]) * SCALE;
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setTransform(AffineTransform.getScaleInstance(SCALE, SCALE));
    NodeList paths = root.getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      Element path = (Element) paths.item(i);
      graphics.setColor(path.getAttribute("fill").equals("#fff") ? Color.WHITE : Color.BLACK);
      graphics.fill(path(path.getAttribute("d")));
    }
    graphics.dispose();
    return read(image);
  }

  private static String read(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
    RGBLuminanceSource source = new RGBLuminanceSource(width, height, pixels);
    // A camera looks more than once, too: now and then a big code has a pattern by chance that
    // misleads one way.
    ReaderException last = null;
    for (DecodeHintType way : List.of(DecodeHintType.TRY_HARDER, DecodeHintType.PURE_BARCODE)) {
      try {
        BinaryBitmap bitmap = new BinaryBitmap(new HybridBinarizer(source));
        return new QRCodeReader().decode(bitmap, Map.of(way, true)).getText();
      } catch (ReaderException e) {
        last = e;
      }
    }
    throw new AssertionError("no QR code", last);
  }

  private static Path2D path(String commands) {
    Path2D path = new Path2D.Double();
    Matcher command = COMMAND.matcher(commands);
    while (command.find()) {
      String[] numbers = command.group(2).strip().split("[\\s,]+");
      if (command.group(1).equals("M")) {
        path.moveTo(number(numbers, 0), number(numbers, 1));
        continue;
      }
      double x = path.getCurrentPoint().getX();
      double y = path.getCurrentPoint().getY();
      switch (command.group(1)) {
        case "h" -> path.lineTo(x + number(numbers, 0), y);
        case "v" -> path.lineTo(x, y + number(numbers, 0));
        case "H" -> path.lineTo(number(numbers, 0), y);
        case "V" -> path.lineTo(x, number(numbers, 0));
        case "z", "Z" -> path.closePath();
        default ->
          throw new AssertionError("a command that this reader does not know: " + commands);
      }
    }
    return path;
  }

  private static double number(String[] numbers, int index) {
    return Double.parseDouble(numbers[index]);
  }

  private static Document xml(String text) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new AssertionError("no SVG: " + text, e);
    }
  }
}
