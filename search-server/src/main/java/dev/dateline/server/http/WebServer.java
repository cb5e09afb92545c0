package dev.dateline.server.http;

import dev.dateline.server.config.Limits;
import dev.dateline.server.config.ServerConfig;
import dev.dateline.server.metrics.Metrics;
import dev.dateline.server.metrics.SlowSearches;
import java.io.IOException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.ConnectionLimit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.StatisticsHandler;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;
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

  /** Below a network packet or so nothing is won. */
  private static final int LEAST_TO_COMPRESS = 1400;

  /** Most of what level 6 saves for half its time (zlib's own tables); not fitted. */
  private static final int COMPRESSION = 4;

  private final Server server;
  private final int port;

  private WebServer(Server server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * Starts to listen; returns when requests are answered.
   *
   * @param page the page that tells a person of a problem; called by many threads at once
   * @param damaged the files of the index that are known to be damaged; called likewise
   * @param routes adds the routes
   * @throws BindException if the address or the port cannot be had
   * @throws IOException if the access log cannot be written
   */
  public static WebServer start(
      ServerConfig config,
      Metrics metrics,
      Function<Problem, Answer> page,
      Supplier<List<String>> damaged,
      Consumer<HttpRoutes> routes)
      throws IOException {
    Problems problems = new Problems(page, damaged);
    Limits limits = config.limits();
    QueuedThreadPool threads = threads(limits);
    Server server = new Server(threads);
    ServerConnector connector = connector(server, config);
    server.addConnector(connector);
    server.addBean(new ConnectionLimit(limits.maxConnections(), connector));
    server.setErrorHandler(new JettyErrors(problems));
    server.setStopTimeout(limits.drainTime().toMillis());
    server.setHandler(handlers(spark(config, metrics, problems, routes)));
    log(server, config, metrics);
    metrics.gauge("dateline.http.threads.busy", threads, QueuedThreadPool::getBusyThreads);
    metrics.gauge("dateline.http.threads.queue", threads, QueuedThreadPool::getQueueSize);
    metrics.gauge(
        "dateline.http.connections", connector, each -> each.getConnectedEndPoints().size());
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

  private static void log(Server server, ServerConfig config, Metrics metrics) throws IOException {
    AccessLog accessLog =
        config.accessLog().equals("off") ? null : new AccessLog(config.accessLog());
    if (accessLog != null) {
      server.addBean(accessLog.writer());
    }
    server.setRequestLog(new Completion(metrics, accessLog, new SlowSearches(config.slowQuery())));
  }

  /** From the outside: refuses new requests while stopping, compresses, answers. */
  private static Handler handlers(SparkHandler spark) {
    GzipHandler gzip = new GzipHandler();
    gzip.setMinGzipSize(LEAST_TO_COMPRESS);
    gzip.setCompressionLevel(COMPRESSION);
    gzip.addIncludedMethods("POST");
    gzip.setExcludedAgentPatterns(); // else answers vary by the browser, for the sake of IE 6
    gzip.setHandler(spark);
    StatisticsHandler inFlight = new StatisticsHandler();
    inFlight.setHandler(gzip);
    return inFlight;
  }

  /** Lets Spark make its filter of the routes, and nothing else. */
  private static SparkHandler spark(
      ServerConfig config, Metrics metrics, Problems problems, Consumer<HttpRoutes> routes) {
    Object identifier = new Object();
    SparkHandler handler = new SparkHandler(new Cors(config.corsOrigins()), problems);
    EmbeddedServers.add(identifier, handler);
    Service service = Service.ignite();
    service.embeddedServerIdentifier(identifier);
    routes.accept(new HttpRoutes(service, new Entrance(config, metrics), problems));
    service.awaitInitialization();
    EmbeddedServers.add(identifier, null);
    return handler;
  }

  private static QueuedThreadPool threads(Limits limits) {
    int idleMillis = 60_000;
    int least = Math.min(8, limits.threads());
    QueuedThreadPool threads =
        new QueuedThreadPool(
            limits.threads(),
            least,
            idleMillis,
            new BlockingArrayQueue<>(limits.queue(), 1, limits.queue()));
    threads.setName("http");
    return threads;
  }

  private static ServerConnector connector(Server server, ServerConfig config) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    http.addCustomizer(new RequestIds());
    if (config.trustProxy()) {
      http.addCustomizer(ProxyHeaders.believed());
    }
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(config.host());
    connector.setPort(config.port());
    connector.setIdleTimeout(config.limits().idleTimeout().toMillis());
    connector.setAcceptQueueSize(config.limits().queue());
    connector.addBean(new SlowHeads(connector.getScheduler(), config.limits().headTimeout()));
    return connector;
  }
}
