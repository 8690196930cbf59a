package dev.authmock.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * The IPv4 addresses that an IPv6 address stands for, where a translator or tunnel takes it there.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6052#section-2">RFC 6052 §2, NAT64</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3056#section-2">RFC 3056 §2, 6to4</a>
 */
final class EmbeddedIpv4 {

  private EmbeddedIpv4() {}

  static List<InetAddress> of(Inet6Address address) {
    byte[] bytes = address.getAddress();
    String hex = HexFormat.of().formatHex(bytes);
    List<InetAddress> embedded = new ArrayList<>();
    if (hex.startsWith("0000000000000000")) {
      // ::a.b.c.d, ::ffff:a.b.c.d and ::ffff:0:a.b.c.d: compatible, mapped, translated.
      embedded.add(at(12, bytes));
    }
    if (hex.startsWith("0064ff9b0000000000000000")) {
      embedded.add(at(12, bytes));
    }
    if (hex.startsWith("0064ff9b0001")) {
      // The local prefix of RFC 8215, in which the address may stand in several places.
      embedded.add(at(12, bytes));
      embedded.add(fromParts(bytes, 6, 7, 9, 10));
      embedded.add(fromParts(bytes, 7, 9, 10, 11));
      embedded.add(fromParts(bytes, 9, 10, 11, 12));
    }
    if (hex.startsWith("2002")) {
      embedded.add(at(2, bytes));
    }
    if (hex.startsWith("20010000")) {
      // Teredo has the client's address with all bits turned over (RFC 4380 §4).
      embedded.add(inverted(at(12, bytes)));
      embedded.add(at(4, bytes));
    }
    if (hex.startsWith("00005efe", 16) || hex.startsWith("02005efe", 16)) {
      // ISATAP (RFC 5214 §6.1).
      embedded.add(at(12, bytes));
    }
    return embedded;
  }

  private static InetAddress at(int start, byte[] bytes) {
    return v4(Arrays.copyOfRange(bytes, start, start + 4));
  }

  private static InetAddress fromParts(byte[] bytes, int a, int b, int c, int d) {
    return v4(new byte[] {bytes[a], bytes[b], bytes[c], bytes[d]});
  }

  private static InetAddress inverted(InetAddress address) {
    byte[] bytes = address.getAddress();
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) ~bytes[i];
    }
    return v4(bytes);
  }

  private static InetAddress v4(byte[] bytes) {
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four bytes are an address", e);
    }
  }
}
