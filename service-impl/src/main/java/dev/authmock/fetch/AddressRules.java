package dev.authmock.fetch;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which addresses this server may not connect to, in whatever form they are written.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6890">RFC 6890, special-purpose addresses</a>
 */
final class AddressRules {

  private static final Set<InetAddress> CLOUD_METADATA = Stream.of(
          "169.254.169.254", "fd00:ec2::254", "100.100.100.200", "192.0.0.192")
      .map(AddressRules::literal)
      .collect(Collectors.toUnmodifiableSet());

  private final boolean denyPrivate;

  AddressRules(boolean denyPrivate) {
    this.denyPrivate = denyPrivate;
  }

  /** What kind of denied address it is, or nothing if it may be connected to. */
  Optional<String> denial(InetAddress address) {
    return direct(address)
        .or(() -> address instanceof Inet6Address v6
            ? EmbeddedIpv4.of(v6).stream()
                .flatMap(embedded -> direct(embedded).stream())
                .findFirst()
            : Optional.empty());
  }

  private Optional<String> direct(InetAddress address) {
    if (CLOUD_METADATA.contains(withoutScope(address))) {
      return Optional.of("a cloud metadata address");
    }
    if (address.isLinkLocalAddress()) {
      return Optional.of("a link-local address");
    }
    if (address.isMulticastAddress() || isBroadcast(address)) {
      return Optional.of("a multicast address");
    }
    if (!denyPrivate) {
      return Optional.empty();
    }
    if (address.isLoopbackAddress() || address.isAnyLocalAddress() || isThisNetwork(address)) {
      return Optional.of("a loopback address");
    }
    return address.isSiteLocalAddress() || isUniqueLocal(address) || isSharedSpace(address)
        ? Optional.of("a private address")
        : Optional.empty();
  }

  private static boolean isBroadcast(InetAddress address) {
    return address instanceof Inet4Address && address.getHostAddress().equals("255.255.255.255");
  }

  /** 0.0.0.0/8, which systems take for the machine itself. */
  private static boolean isThisNetwork(InetAddress address) {
    return address instanceof Inet4Address && address.getAddress()[0] == 0;
  }

  /** fc00::/7, RFC 4193. */
  private static boolean isUniqueLocal(InetAddress address) {
    return address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc;
  }

  /** 100.64.0.0/10, the shared address space of RFC 6598. */
  private static boolean isSharedSpace(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address && bytes[0] == 100 && (bytes[1] & 0xc0) == 0x40;
  }

  /** The address alone: an interface's name in it would make it unequal. */
  private static InetAddress withoutScope(InetAddress address) {
    try {
      return InetAddress.getByAddress(address.getAddress());
    } catch (UnknownHostException e) {
      throw new IllegalStateException("An address is always 4 or 16 bytes long", e);
    }
  }

  private static InetAddress literal(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("A literal needs no look-up", e);
    }
  }
}
