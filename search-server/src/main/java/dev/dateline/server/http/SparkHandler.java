package dev.dateline.server.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.AbstractHandler;
import org.jspecify.annotations.Nullable;
import spark.ExceptionMapper;
import spark.embeddedserver.EmbeddedServer;
import spark.embeddedserver.EmbeddedServerFactory;
import spark.embeddedserver.jetty.websocket.WebSocketHandlerWrapper;
import spark.http.matching.MatcherFilter;
import spark.route.HttpMethod;
import spark.route.Routes;
import spark.ssl.SslStores;
import spark.staticfiles.StaticFilesConfiguration;

/**
 * Answers by Spark's routes, and says what is wrong where there is none. It poses as the server
 * that Spark wants to start, as that is how Spark gives its routes away.
 */
final class SparkHandler extends AbstractHandler implements EmbeddedServerFactory, EmbeddedServer {

  private volatile @Nullable Routes routes;
  private volatile @Nullable MatcherFilter filter;

  @Override
  public EmbeddedServer create(
      Routes routes,
      StaticFilesConfiguration staticFiles,
      ExceptionMapper exceptions,
      boolean hasOtherHandlers) {
    this.routes = routes;
    boolean weAnswerTheRest = true;
    filter = new MatcherFilter(routes, staticFiles, exceptions, false, weAnswerTheRest);
    return this;
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    base.setHandled(true);
    PlainRequest plain = new PlainRequest(request);
    Objects.requireNonNull(filter).doFilter(plain, response, null);
    if (plain.notConsumed()) {
      HttpRoutes.write(noRoute(request).toAnswer(), response);
    }
  }

  private Problem noRoute(HttpServletRequest request) {
    String path = request.getRequestURI();
    Routes known = Objects.requireNonNull(routes);
    String allowed =
        Arrays.stream(HttpMethod.values())
            .filter(method -> known.find(method, path, null) != null)
            .map(method -> method.name().toUpperCase(Locale.ROOT))
            .sorted()
            .collect(Collectors.joining(", "));
    if (allowed.isEmpty()) {
      return Problem.of(404, "no-such-address", "there is nothing at " + path);
    }
    return Problem.of(405, "method-not-allowed", "this address takes " + allowed)
        .header("Allow", allowed);
  }

  /** Does nothing: our own server is started when all routes are there. */
  @Override
  public int ignite(
      String host, int port, SslStores stores, int maxThreads, int minThreads, int idleMillis) {
    return port;
  }

  @Override
  public void configureWebSockets(
      Map<String, WebSocketHandlerWrapper> handlers, Optional<Long> idleMillis) {}

  @Override
  public void join() {}

  @Override
  public void extinguish() {}

  @Override
  public int activeThreadCount() {
    return 0;
  }
}
