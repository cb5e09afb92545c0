package dev.dateline.server.http;

import dev.dateline.server.config.ServerConfig;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Keeps a page of another site from reading and changing what a server holds that listens on this
 * machine alone: such a page can point its own name at 127.0.0.1 (DNS rebinding), but the browser
 * then names that site as the host.
 */
final class LocalHost {

  private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

  private final String host;
  private final boolean guarded;

  LocalHost(ServerConfig config) {
    this.host = config.host().toLowerCase(Locale.ROOT);
    this.guarded = !config.trustProxy() && isLoopback(host);
  }

  /**
   * Lets a request pass that names this machine as its host.
   *
   * @throws ProblemException for any other
   */
  void check(Call call) {
    String name = call.host().toLowerCase(Locale.ROOT);
    boolean local =
        name.equals(host)
            || name.equals("localhost")
            || name.endsWith(".localhost")
            || name.equals("[::1]")
            || LOOPBACK.matcher(name).matches();
    if (guarded && !local) {
      throw new ProblemException(
          421,
          "wrong-host",
          "a server on "
              + host
              + " is not called "
              + name
              + "; behind a proxy it is started with --trust-proxy");
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false; // told when it is to be listened on
    }
  }
}
