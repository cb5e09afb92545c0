package dev.dateline.server.http;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  private final Cors cors;
  private final Problems problems;
  private volatile @Nullable Routes routes;
  private volatile @Nullable MatcherFilter filter;

  SparkHandler(Cors cors, Problems problems) {
    this.cors = cors;
    this.problems = problems;
  }

  @Override
  public EmbeddedServer create(
      Routes routes,
      StaticFilesConfiguration staticFiles,
      ExceptionMapper exceptions,
      boolean hasOtherHandlers) {
    this.routes = routes;
    boolean weAnswerTheRest = true;
    filter =
        new MatcherFilter(new FixedRoutes(routes), staticFiles, exceptions, false, weAnswerTheRest);
    return this;
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    base.setHandled(true);
    cors.mark(request, response);
    Problem ambiguous = Framing.problem(base);
    Problem problem = ambiguous != null ? ambiguous : misreadable(request.getRequestURI());
    if (problem != null) {
      Wire.write(problems.answer(problem, request), request, response);
      return;
    }
    PlainRequest plain = new PlainRequest(request);
    Objects.requireNonNull(filter).doFilter(plain, response, null);
    if (plain.notConsumed()) {
      Wire.write(noRoute(request), request, response);
    }
  }

  /**
   * What is wrong with an address that Spark would misread: it fails where there is no path, as of
   * CONNECT, answers 500 where a path is not UTF-8, and overlooks empty segments, so that {@code
   * /v1/articles//similar} were the article "similar".
   */
  private static @Nullable Problem misreadable(@Nullable String path) {
    if (path == null) {
      return Problem.of(400, "bad-request", "this is not a well-formed request: it has no path");
    }
    if (path.contains("//")) {
      return nothingAt(path);
    }
    try {
      String unused = Encoded.segment("path", path);
      return null;
    } catch (ProblemException e) {
      return e.problem();
    }
  }

  private static Problem nothingAt(String path) {
    String hint =
        path.startsWith("/v1") || path.startsWith("/compat") ? "; /docs lists what there is" : "";
    return Problem.of(404, "no-such-address", "there is nothing at " + path + hint);
  }

  /** An answer where no route has one: what there is, or that there is nothing. */
  private Answer noRoute(HttpServletRequest request) {
    String path = request.getRequestURI();
    String allowed = allowed(path);
    if (allowed.isEmpty()) {
      return problems.answer(nothingAt(path), request);
    }
    if (request.getMethod().equals("OPTIONS")) {
      return Answer.empty(204).header("Allow", allowed);
    }
    return problems.answer(
        Problem.of(405, "method-not-allowed", "this address takes " + allowed)
            .header("Allow", allowed),
        request);
  }

  private String allowed(String path) {
    Routes known = Objects.requireNonNull(routes);
    List<String> methods =
        Arrays.stream(HttpMethod.values())
            .filter(method -> known.find(method, path, null) != null)
            .map(method -> method.name().toUpperCase(Locale.ROOT))
            .toList();
    return methods.isEmpty()
        ? ""
        : Stream.concat(methods.stream(), Stream.of("OPTIONS"))
            .sorted()
            .collect(Collectors.joining(", "));
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
