package dev.authmock.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Looks up the addresses of a host name. */
@FunctionalInterface
interface HostResolver {

  InetAddress[] resolve(String host) throws UnknownHostException;
}
