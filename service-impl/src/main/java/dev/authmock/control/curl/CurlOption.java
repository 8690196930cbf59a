package dev.authmock.control.curl;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the options of curl mean to a token request.
 *
 * @see <a href="https://curl.se/docs/manpage.html">curl's manual</a>
 */
enum CurlOption {
  /** Data, unless it begins with an @. */
  DATA(true, "d data data-ascii data-binary"),
  /** Data as it is. */
  DATA_RAW(true, "data-raw"),
  /** Data to be encoded. */
  DATA_URLENCODE(true, "data-urlencode"),
  /** Data that is JSON. */
  JSON(true, "json"),
  /** A header. */
  HEADER(true, "H header"),
  /** HTTP Basic. */
  USER(true, "u user"),
  /** A bearer token. */
  BEARER(true, "oauth2-bearer"),
  /** The method. */
  METHOD(true, "X request"),
  /** Data goes into the address. */
  GET(false, "G get"),
  /** Asks for the head alone. */
  HEAD(false, "I head"),
  /** The address. */
  URL(true, "url"),
  /** What makes a request of another kind, or more than one. */
  UNFIT(
      false,
      "F form form-string T upload-file K config next request-target aws-sigv4 "
          + "url-query variable parallel Z"),
  /** What makes no difference here. */
  NO_MATTER(
      false,
      "0 1 2 3 4 6 f g i j J k l L M n N O p q R s S v # anyauth basic compressed "
          + "compressed-ssh create-dirs digest disable fail fail-early fail-with-body "
          + "globoff http0.9 http1.0 http1.1 http2 http2-prior-knowledge http3 http3-only "
          + "include insecure ipv4 ipv6 junk-session-cookies location location-trusted "
          + "negotiate netrc netrc-optional ntlm path-as-is post301 post302 post303 "
          + "progress-bar proxytunnel raw remote-header-name remote-name remote-time "
          + "retry-all-errors retry-connrefused show-error show-headers silent ssl "
          + "ssl-no-revoke ssl-reqd styled-output tcp-fastopen tcp-nodelay tlsv1 tlsv1.0 "
          + "tlsv1.1 tlsv1.2 tlsv1.3 tr-encoding trace-ids trace-time verbose"),
  /** What makes no difference here, with a value. */
  NO_MATTER_WITH_VALUE(
      true,
      "A b c C D e E m o r U w x y Y z abstract-unix-socket alt-svc cacert capath "
          + "cert cert-type ciphers connect-timeout connect-to cookie cookie-jar curves "
          + "dns-servers doh-url dump-header expect100-timeout happy-eyeballs-timeout-ms "
          + "hsts interface keepalive-time key key-type limit-rate local-port max-filesize "
          + "max-redirs max-time netrc-file noproxy output output-dir pass pinnedpubkey "
          + "preproxy proto proto-default proto-redir proxy proxy-header proxy-user range "
          + "rate referer resolve retry retry-delay retry-max-time socks5 socks5-hostname "
          + "speed-limit speed-time stderr tls-max tls13-ciphers trace trace-ascii "
          + "trace-config unix-socket user-agent write-out");

  private static final Map<String, CurlOption> BY_NAME = byName();

  private final boolean takesValue;
  private final List<String> names;

  CurlOption(boolean takesValue, String names) {
    this.takesValue = takesValue;
    this.names = List.of(names.split(" "));
  }

  /** Whether a value belongs to it. */
  boolean takesValue() {
    return takesValue;
  }

  /** The option with this name of one letter, or this long one; {@code no-…} turns one off. */
  static Optional<CurlOption> of(String name) {
    return name.startsWith("no-") ? Optional.of(NO_MATTER) : Optional.ofNullable(BY_NAME.get(name));
  }

  private static Map<String, CurlOption> byName() {
    Map<String, CurlOption> options = new HashMap<>();
    for (CurlOption option : values()) {
      for (String name : option.names) {
        options.put(name, option);
      }
    }
    return options;
  }
}
