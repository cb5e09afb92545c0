package dev.dateline.server.http;

import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

/** Writes answers past Spark, which would send each body in chunks. */
final class Wire {

  private static final Logger LOG = Logger.getLogger(Wire.class.getName());

  private Wire() {}

  /** Writes an answer, or that the client knows it already; a streamed body is begun. */
  static void write(Answer answer, HttpServletRequest request, HttpServletResponse response) {
    boolean known = isKnown(answer, request);
    response.setStatus(known ? HttpServletResponse.SC_NOT_MODIFIED : answer.status());
    answer.headers().forEach((name, value) -> set(response, name, value));
    response.setHeader("X-Content-Type-Options", "nosniff");
    try {
      if (answer.stream() != null) {
        stream(answer.stream(), request, response);
      } else if (known || answer.status() == HttpServletResponse.SC_NO_CONTENT) {
        response.setHeader("Content-Type", null);
        response.flushBuffer();
      } else {
        response.setContentLength(answer.body().length);
        response.getOutputStream().write(answer.body());
        response.flushBuffer();
      }
    } catch (IOException e) {
      LOG.log(Level.FINE, "the client did not wait for the answer", e);
    }
  }

  private static void stream(
      StreamedBody body, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getMethod().equals("HEAD")) {
      body.close();
      response.flushBuffer();
    } else {
      Streaming.start(body, request, response);
    }
  }

  private static boolean isKnown(Answer answer, HttpServletRequest request) {
    @Nullable EntityTag tag = answer.tag();
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return tag != null
        && reads
        && answer.status() == HttpServletResponse.SC_OK
        && tag.isIn(request.getHeader("If-None-Match"));
  }

  /** What others have said on what an answer varies with is kept. */
  private static void set(HttpServletResponse response, String name, String value) {
    if (name.equals("Vary")) {
      response.addHeader(name, value);
    } else {
      response.setHeader(name, value);
    }
  }
}
