package dev.dateline.server.http;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.HttpServletRequest;
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
      Answer answer = answer(endpoint, new Call(request.raw(), maxBody));
      if (answer.stream() == null) {
        write(answer, response.raw());
      } else {
        stream(answer, answer.stream(), request.raw(), response.raw());
      }
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
    setHead(answer, response);
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

  private static void stream(
      Answer answer, StreamedBody body, HttpServletRequest request, HttpServletResponse response) {
    setHead(answer, response);
    try {
      if (request.getMethod().equals("HEAD")) {
        body.close();
        response.flushBuffer();
      } else {
        Streaming.start(body, request, response);
      }
    } catch (IOException e) {
      LOG.log(Level.FINE, "the client did not wait for the answer", e);
    }
  }

  private static void setHead(Answer answer, HttpServletResponse response) {
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    response.setHeader("X-Content-Type-Options", "nosniff");
  }
}
