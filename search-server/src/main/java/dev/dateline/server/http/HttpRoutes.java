package dev.dateline.server.http;

import dev.dateline.server.config.Scope;
import dev.dateline.server.metrics.Trace;
import java.io.IOException;
import java.util.function.Function;
import javax.servlet.http.HttpServletRequest;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import spark.Route;
import spark.Service;

/**
 * Which endpoint answers where: hands ours to Spark, and their answers to the wire. A route needs
 * {@link Scope#READ} unless it is told otherwise:
 *
 * <pre>{@code
 * routes.get("/v1/search", search);
 * routes.requiring(Scope.WRITE).post("/v1/articles", write);
 * routes.open().get("/health/live", live);
 * }</pre>
 */
public final class HttpRoutes {

  private final Service service;
  private final Entrance entrance;
  private final Problems problems;
  private final @Nullable Scope scope;
  private final boolean waits;
  private final @Nullable Dialect dialect;

  /** Tells the scope by what is asked; null where it is always the same. */
  private final @Nullable Function<Call, Scope> scopeOf;

  HttpRoutes(Service service, Entrance entrance, Problems problems) {
    this(service, entrance, problems, Scope.READ, true, null, null);
  }

  private HttpRoutes(
      Service service,
      Entrance entrance,
      Problems problems,
      @Nullable Scope scope,
      boolean waits,
      @Nullable Dialect dialect,
      @Nullable Function<Call, Scope> scopeOf) {
    this.service = service;
    this.entrance = entrance;
    this.problems = problems;
    this.scope = scope;
    this.waits = waits;
    this.dialect = dialect;
    this.scopeOf = scopeOf;
  }

  /** The same server's routes, for those who may do this. */
  public HttpRoutes requiring(Scope scope) {
    return new HttpRoutes(service, entrance, problems, scope, waits, dialect, null);
  }

  /**
   * The same server's routes, where it depends on the request who may ask.
   *
   * @param least what each needs, to send as much
   * @param scopeOf what a request needs
   */
  public HttpRoutes requiring(Scope least, Function<Call, Scope> scopeOf) {
    return new HttpRoutes(service, entrance, problems, least, waits, dialect, scopeOf);
  }

  /** The same server's routes for what costs little, and is answered however much is to be done. */
  public HttpRoutes light() {
    return new HttpRoutes(service, entrance, problems, scope, false, dialect, null);
  }

  /** The same server's routes, for everybody, at any time and at no cost. */
  public HttpRoutes open() {
    return new HttpRoutes(service, entrance, problems, null, false, dialect, null);
  }

  /**
   * The same server's routes, for clients that were written for another API. They are told in its
   * words too that there is nothing at an address.
   *
   * @param start of all addresses of that API, without a slash at its end
   */
  public HttpRoutes speaking(String start, Dialect dialect) {
    problems.speak(start, dialect);
    return new HttpRoutes(service, entrance, problems, scope, waits, dialect, null);
  }

  /** Answers GET, and HEAD with the same headers. */
  public void get(String path, Endpoint endpoint) {
    service.get(path, route(path, endpoint));
    service.head(path, route(path, endpoint));
  }

  /** Answers POST. */
  public void post(String path, Endpoint endpoint) {
    service.post(path, route(path, endpoint));
  }

  /** Answers DELETE. */
  public void delete(String path, Endpoint endpoint) {
    service.delete(path, route(path, endpoint));
  }

  private Route route(String path, Endpoint endpoint) {
    return (request, response) -> {
      HttpServletRequest raw = request.raw();
      Trace trace = RequestIds.trace(raw);
      Call call = new Call(raw, entrance.maxBody(scope), trace);
      trace.begin(path);
      try {
        Wire.write(answer(endpoint, call, raw), raw, response.raw());
      } finally {
        trace.end();
      }
      return ""; // for Spark, which holds null for "nobody has answered"
    };
  }

  private Answer answer(Endpoint endpoint, Call call, HttpServletRequest raw) {
    try {
      if (scope != null) {
        entrance.check(call, scopeOf == null ? scope : scopeOf.apply(call), dialect);
      }
      return waits && scope != null
          ? entrance.answer(endpoint, scope, call)
          : endpoint.answer(call);
    } catch (IOException | RuntimeException e) {
      return refused(problems.explained(Problem.of(e, call.trace())), call, raw);
    }
  }

  private Answer refused(Problem problem, Call call, HttpServletRequest raw) {
    if (dialect == null) {
      return problems.answer(problem, raw);
    }
    boolean keyShown =
        problem.status() == HttpStatus.UNAUTHORIZED_401
            && ShownKey.in(call, Scope.READ, dialect) != null;
    return problems.answer(problem, raw, dialect.answer(problem, keyShown));
  }
}
