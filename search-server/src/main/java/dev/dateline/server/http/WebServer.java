package dev.dateline.server.http;

import dev.dateline.server.config.ServerConfig;
import java.io.IOException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.util.BlockingArrayQueue;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import spark.Service;
import spark.embeddedserver.EmbeddedServers;

/**
 * Spark Java's routes on a Jetty that we make and start ourselves. Spark's own trusts forwarded
 * headers, chooses a free port by a race, ends the whole program when it cannot listen, and drops
 * what is in flight when it stops.
 */
public final class WebServer implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(WebServer.class.getName());

  /** Enough for an address with a query of some pages. */
  private static final int HEADER_BYTES = 16 << 10;

  private final Server server;
  private final int port;

  private WebServer(Server server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts to listen; returns when requests are answered.
   *
   * @param routes adds the routes
   * @throws BindException if the address or the port cannot be had
   */
  public static WebServer start(ServerConfig config, Consumer<HttpRoutes> routes)
      throws IOException {
    Server server = new Server(threads(config));
    ServerConnector connector = connector(server, config);
    server.addConnector(connector);
    server.setErrorHandler(new JettyErrors());
    server.setStopTimeout(config.drainTime().toMillis());
    StatisticsHandler inFlight = new StatisticsHandler(); // refuses new requests while stopping
    inFlight.setHandler(handler(config, routes));
    server.setHandler(inFlight);
    listen(server, config);
    return new WebServer(server, connector.getLocalPort());
  }

  /** The port that is listened on. */
  public int port() {
    return port;
  }

  /** Takes no new requests, waits for those in flight as long as was configured, and stops. */
  @Override
  public void close() {
    stop(server);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      LOG.log(Level.WARNING, "not every request had ended when the server stopped", e);
    }
  }

  private static void listen(Server server, ServerConfig config) throws IOException {
    try {
      server.start();
    } catch (Exception e) {
      stop(server);
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String why =
          cause instanceof UnresolvedAddressException ? "no such host" : cause.getMessage();
      BindException failure =
          new BindException(
              "cannot listen on " + config.host() + ":" + config.port() + " (" + why + ")");
      failure.initCause(e);
      throw failure;
    }
  }

  /** Lets Spark make its filter of the routes, and nothing else. */
  private static SparkHandler handler(ServerConfig config, Consumer<HttpRoutes> routes) {
    Object identifier = new Object();
    SparkHandler handler = new SparkHandler();
    EmbeddedServers.add(identifier, handler);
    Service service = Service.ignite();
    service.embeddedServerIdentifier(identifier);
    routes.accept(new HttpRoutes(service, config.maxBody()));
    service.awaitInitialization();
    EmbeddedServers.add(identifier, null);
    return handler;
  }

  private static QueuedThreadPool threads(ServerConfig config) {
    int idleMillis = 60_000;
    int least = Math.min(8, config.threads());
    QueuedThreadPool threads =
        new QueuedThreadPool(
            config.threads(),
            least,
            idleMillis,
            new BlockingArrayQueue<>(config.queue(), 1, config.queue()));
    threads.setName("http");
    return threads;
  }

  private static ServerConnector connector(Server server, ServerConfig config) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(config.host());
    connector.setPort(config.port());
    connector.setIdleTimeout(config.idleTimeout().toMillis());
    connector.setAcceptQueueSize(config.queue());
    return connector;
  }
}
