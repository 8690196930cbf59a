package dev.authmock.fetch;

import dev.authmock.fetch.FetchException.Reason;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Turns what an HTTP client throws into words for whoever named the URL. */
final class Failures {

  private Failures() {}

  static FetchException explain(Exception failure, Origin origin) {
    if (failure instanceof DeniedAddressException denied) {
      return new FetchException(
          Reason.DENIED_ADDRESS,
          origin + " has " + denied.kindOfAddress() + ", which is not connected to");
    }
    if (failure instanceof UnknownHostException) {
      return new FetchException(Reason.UNRESOLVABLE, "the host of " + origin + " is unknown");
    }
    if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
      return new FetchException(Reason.REFUSED, origin + " does not accept connections");
    }
    if (failure instanceof InterruptedIOException) {
      return timedOut(origin);
    }
    if (failure instanceof SSLException) {
      return new FetchException(
          Reason.TLS_FAILED, "TLS with " + origin + " failed: is its certificate trusted here?");
    }
    return new FetchException(
        Reason.BROKEN_OFF, origin + " broke the connection off or did not speak HTTP");
  }

  static FetchException timedOut(Origin origin) {
    return new FetchException(Reason.TIMED_OUT, origin + " did not answer in time");
  }
}
