package dev.dateline.server.http;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.HttpServletResponse;
import spark.Route;
import spark.Service;

/** Which endpoint answers where: hands ours to Spark, and their answers to the wire. */
public final class HttpRoutes {

  private static final Logger LOG = Logger.getLogger(HttpRoutes.class.getName());

  private final Service service;
  private final int maxBody;

  /**
   * Adds routes to a service.
   *
   * @param maxBody the largest body of a request, in bytes
   */
  public HttpRoutes(Service service, int maxBody) {
    this.service = service;
    this.maxBody = maxBody;
  }

  /** Answers GET, and HEAD with the same headers. */
  public void get(String path, Endpoint endpoint) {
    service.get(path, route(endpoint));
    service.head(path, route(endpoint));
  }

  /** Answers POST. */
  public void post(String path, Endpoint endpoint) {
    service.post(path, route(endpoint));
  }

  /** Answers DELETE. */
  public void delete(String path, Endpoint endpoint) {
    service.delete(path, route(endpoint));
  }

  private Route route(Endpoint endpoint) {
    return (request, response) -> {
      write(answer(endpoint, new Call(request.raw(), maxBody)), response.raw());
      return ""; // for Spark, which holds null for "nobody has answered"
    };
  }

  private static Answer answer(Endpoint endpoint, Call call) {
    try {
      return endpoint.answer(call);
    } catch (IOException | RuntimeException e) {
      return Problem.of(e).toAnswer();
    }
  }

  /** Writes past Spark, which would send the body in chunks. */
  static void write(Answer answer, HttpServletResponse response) {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setHeader("X-Content-Type-Options", "nosniff");
    try {
      if (answer.status() != HttpServletResponse.SC_NO_CONTENT) {
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
      }
      response.flushBuffer();
    } catch (IOException e) {
      LOG.log(Level.FINE, "the client did not wait for the answer", e);
    }
  }
}
