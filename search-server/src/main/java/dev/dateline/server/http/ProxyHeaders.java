package dev.dateline.server.http;

import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;

/**
 * The headers by which a proxy tells who its client is and what that asked for. Jetty knows more of
 * them, and prefers some; but a proxy passes on what it does not set itself, so that a client could
 * name any address by one that nobody thought of.
 */
final class ProxyHeaders {

  private static final String NONE = "";

  private ProxyHeaders() {}

  /** Believes {@code X-Forwarded-For}, {@code -Proto} and {@code -Host}, and nothing else. */
  static HttpConfiguration.Customizer believed() {
    ForwardedRequestCustomizer customizer = new ForwardedRequestCustomizer();
    customizer.setForwardedHeader(NONE);
    customizer.setForwardedServerHeader(NONE);
    customizer.setForwardedPortHeader(NONE);
    customizer.setForwardedHttpsHeader(NONE);
    customizer.setForwardedCipherSuiteHeader(NONE);
    customizer.setForwardedSslSessionIdHeader(NONE);
    return customizer;
  }
}
