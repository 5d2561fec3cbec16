package io.github.broadsheet.http;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;

/** Where an answer may send us: to another web server, never from outside into this machine. */
final class Redirects {
  /** As many as browsers of old followed. */
  static final int MOST = 5;

  private Redirects() {}

  /** The address a redirect leads to. */
  static URI next(URI from, String location) throws Trouble {
    URI to;
    try {
      to = from.resolve(location.strip());
    } catch (IllegalArgumentException e) {
      throw Trouble.redirect("an address that is none");
    }
    String scheme = String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw Trouble.redirect("an address that is not http or https (" + scheme + ":)");
    }
    if (to.getHost() == null || to.getRawUserInfo() != null) {
      throw Trouble.redirect("an address without a plain host name");
    }
    if (scheme.equals("http") && "https".equalsIgnoreCase(from.getScheme())) {
      throw Trouble.redirect("an address that is not encrypted (http://" + to.getHost() + ")");
    }
    if (isLocal(to) && !isLocal(from)) {
      throw Trouble.redirect("a machine of the local network (" + to.getHost() + ")");
    }
    return to;
  }

  /** Whether two addresses belong to the same server: scheme, host and port. */
  static boolean sameOrigin(URI a, URI b) {
    return a.getScheme().equalsIgnoreCase(b.getScheme())
        && a.getHost().equalsIgnoreCase(b.getHost())
        && port(a) == port(b);
  }

  private static int port(URI uri) {
    if (uri.getPort() >= 0) {
      return uri.getPort();
    }
    return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
  }

  /** Whether the host is this machine. */
  static boolean isThisMachine(URI uri) {
    return anyAddress(uri, InetAddress::isLoopbackAddress);
  }

  /** Whether the host is this machine or one of its private network. */
  static boolean isLocal(URI uri) {
    return anyAddress(uri, Redirects::isLocal);
  }

  private static boolean anyAddress(URI uri, Predicate<InetAddress> wanted) {
    try {
      return Arrays.stream(InetAddress.getAllByName(uri.getHost())).anyMatch(wanted);
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isLocal(InetAddress address) {
    byte[] bytes = address.getAddress();
    boolean uniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
    return uniqueLocal
        || address.isLoopbackAddress()
        || address.isAnyLocalAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress();
  }
}
