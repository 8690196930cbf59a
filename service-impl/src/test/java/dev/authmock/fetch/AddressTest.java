package dev.authmock.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.authmock.fetch.FetchException.Reason;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        // link-local
        "169.254.0.1",
        "169.254.169.254",
        "169.254.255.255",
        "fe80::1",
        "febf::1",
        // cloud metadata
        "fd00:ec2::254",
        "100.100.100.200",
        "192.0.0.192",
        // multicast and broadcast
        "224.0.0.1",
        "239.255.255.255",
        "255.255.255.255",
        "ff02::1",
        // the same in IPv6: mapped, compatible, translated
        "::ffff:169.254.169.254",
        "::169.254.169.254",
        "::ffff:0:a9fe:a9fe",
        // NAT64, by RFC 6052 and local
        "64:ff9b::169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::a9fe:a9fe",
        "64:ff9b:1:a9fe:a9:fe00::",
        "64:ff9b::6464:64c8",
        // 6to4, Teredo, ISATAP
        "2002:a9fe:a9fe::1",
        "2002:c000:00c0::",
        "2001:0:1:2:3:4:5601:5601",
        "2001:db8::5efe:169.254.169.254",
        "2001:db8::200:5efe:169.254.169.254"
      })
  void is_always_denied(String address) throws Exception {
    assertThat(new AddressRules(false).denial(InetAddress.getByName(address))).isPresent();
    assertThat(new AddressRules(true).denial(InetAddress.getByName(address))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.255.255.255",
        "::1",
        "0.0.0.0",
        "0.1.2.3",
        "::",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "fec0::1",
        "fc00::1",
        "fdff::1",
        "100.64.0.1",
        "100.127.255.255",
        "::ffff:127.0.0.1",
        "64:ff9b::10.0.0.1",
        "2002:7f00:1::",
        "::127.0.0.1",
        "2002:c0a8:101::",
        "2001:0:1:2:3:4:80ff:fffe"
      })
  void is_denied_only_where_private_addresses_are(String address) throws Exception {
    assertThat(new AddressRules(false).denial(InetAddress.getByName(address))).isEmpty();
    assertThat(new AddressRules(true).denial(InetAddress.getByName(address))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "93.184.216.34",
        "8.8.8.8",
        "172.15.0.1",
        "172.32.0.1",
        "192.169.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "192.0.0.193",
        "2606:4700::1111",
        "2002:0808:0808::1",
        "64:ff9b::8.8.8.8",
        "::ffff:8.8.8.8",
        "fbff::1"
      })
  void is_never_denied(String address) throws Exception {
    assertThat(new AddressRules(true).denial(InetAddress.getByName(address))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "http://2852039166/",
        "http://[::ffff:169.254.169.254]/",
        "http://[::ffff:a9fe:a9fe]/",
        "http://[64:ff9b::169.254.169.254]/",
        "http://[fd00:ec2::254]/",
        "http://[fe80::1]/",
        "http://100.100.100.200/",
        "http://192.0.0.192/",
        "https://169.254.169.254/",
        "http://169.254.169.254:8080/"
      })
  void a_literal_of_a_denied_address_is_not_connected_to(String uri) throws Exception {
    try (GuardedHttpClient client = Fetching.client()) {
      FetchException e = Fetching.failure(client, URI.create(uri));

      assertThat(e.reason()).isEqualTo(Reason.DENIED_ADDRESS);
      assertThat(e.description()).endsWith(", which is not connected to");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://0xa9fea9fe/",
        "http://0251.0376.0251.0376/",
        "http://169.254.43518/",
        "http://[fe80::1%25lo]/"
      })
  void odd_notations_are_denied_or_unknown_but_never_connected_to(String uri) throws Exception {
    try (GuardedHttpClient client = Fetching.client()) {
      // It depends on the system and the JDK whether they are addresses at all; 0251 may be 251.
      assertThat(Fetching.failure(client, URI.create(uri)).reason())
          .isIn(Reason.DENIED_ADDRESS, Reason.UNRESOLVABLE, Reason.BAD_URI);
    }
  }

  @Test
  void a_name_with_one_denied_address_among_good_ones_is_denied() throws Exception {
    HostResolver mixed = name -> new InetAddress[] {
      InetAddress.getLoopbackAddress(), InetAddress.getByName("169.254.169.254")
    };
    try (FakeHost host = FakeHost.answering(FakeHost.ok("{}"));
        GuardedHttpClient client = Fetching.client(mixed)) {
      FetchException e = Fetching.failure(client, host.uri("mixed.example", "/"));

      assertThat(e.reason()).isEqualTo(Reason.DENIED_ADDRESS);
      assertThat(e.description())
          .isEqualTo("http://mixed.example:"
              + host.port()
              + " has a cloud metadata address, which is not connected to");
      assertThat(host.requests()).isEmpty();
    }
  }

  @Test
  void a_name_is_looked_up_once_and_what_was_checked_is_connected_to() throws Exception {
    AtomicInteger lookUps = new AtomicInteger();
    HostResolver counting = name -> {
      lookUps.incrementAndGet();
      return new InetAddress[] {InetAddress.getLoopbackAddress()};
    };
    try (FakeHost host = FakeHost.answering(FakeHost.ok("{}"));
        GuardedHttpClient client = Fetching.client(counting)) {
      assertThat(client.get(host.uri("once.example", "/"), Fetching.JSON).body())
          .isEqualTo("{}");
      assertThat(lookUps).hasValue(1);
      assertThat(host.requests().get(0)).contains("Host: once.example:" + host.port());
    }
  }

  @Test
  void loopback_is_denied_where_private_addresses_are() throws Exception {
    try (FakeHost host = FakeHost.answering(FakeHost.ok("{}"));
        GuardedHttpClient client = new GuardedHttpClient(Fetching.settings(true))) {
      for (String name : new String[] {"127.0.0.1", "localhost", "0.0.0.0", "[::1]"}) {
        assertThat(Fetching.failure(client, host.uri(name, "/")).reason())
            .isEqualTo(Reason.DENIED_ADDRESS);
      }
      assertThat(host.requests()).isEmpty();
    }
  }

  @Test
  void a_name_that_nobody_knows_is_told() throws Exception {
    HostResolver none = name -> {
      throw new UnknownHostException(name);
    };
    try (GuardedHttpClient client = Fetching.client(none)) {
      FetchException e = Fetching.failure(client, URI.create("https://nowhere.invalid/jwks"));

      assertThat(e.reason()).isEqualTo(Reason.UNRESOLVABLE);
      assertThat(e.description()).isEqualTo("the host of https://nowhere.invalid:443 is unknown");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "jar:file:/a.jar!/",
        "data:,x",
        "/jwks",
        "jwks",
        "http:///jwks",
        "http:jwks",
        "http://user@127.0.0.1/",
        "http://user:pass@127.0.0.1/",
        "http://@127.0.0.1/",
        "http://127.0.0.1:0/",
        "http://127.0.0.1:99999/",
        "http://a_b/",
        ""
      })
  void a_url_that_is_not_plain_http_is_refused(String uri) throws Exception {
    try (GuardedHttpClient client = Fetching.client()) {
      FetchException e = Fetching.failure(client, URI.create(uri));

      assertThat(e.reason()).isEqualTo(Reason.BAD_URI);
      assertThat(e.description()).doesNotContain("pass");
    }
  }
}
