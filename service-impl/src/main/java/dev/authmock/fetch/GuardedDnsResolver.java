package dev.authmock.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Gives the connection only addresses that were checked, so that a name can't change its address
 * between the check and the connection.
 */
final class GuardedDnsResolver implements DnsResolver {

  /** Each address may cost a connect timeout, so a name with hundreds of them is cut short. */
  private static final int MAX_ADDRESSES = 4;

  private final HostResolver resolver;
  private final AddressRules rules;

  GuardedDnsResolver(HostResolver resolver, AddressRules rules) {
    this.resolver = resolver;
    this.rules = rules;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = resolver.resolve(host);
    for (InetAddress address : addresses) {
      Optional<String> denial = rules.denial(address);
      if (denial.isPresent()) {
        throw new DeniedAddressException(denial.get());
      }
    }
    return Arrays.copyOf(addresses, Math.min(addresses.length, MAX_ADDRESSES));
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
