package dev.dateline.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.jspecify.annotations.Nullable;

/** Problems that Jetty finds by itself: a broken request line, too large a header, a shutdown. */
final class JettyErrors extends ErrorHandler {

  private final Problems problems;

  JettyErrors(Problems problems) {
    this.problems = problems;
  }

  @Override
  public void handle(
      String target, Request base, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    base.setHandled(true);
    Problem problem = problems.explained(problem(response.getStatus(), null));
    Wire.write(problems.answer(problem, request), request, response);
  }

  /** Nothing is known of who sent what cannot be read: it is answered as a program is. */
  @Override
  public ByteBuffer badMessageError(int status, @Nullable String reason, HttpFields fields) {
    fields.put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    fields.put(HttpHeader.CACHE_CONTROL, "no-store");
    String id = RequestIds.newId();
    fields.put(RequestIds.HEADER, id);
    return ByteBuffer.wrap(problem(status, reason).toBytes(id));
  }

  /**
   * The problem with this status.
   *
   * @param reason what Jetty's parser has against the request, such as "No Host"
   */
  private static Problem problem(int status, @Nullable String reason) {
    return switch (status) {
      case 400 -> {
        String why = reason == null ? "" : ": " + reason;
        yield Problem.of(400, "bad-request", "this is not a well-formed request" + why);
      }
      case 408 -> Problem.of(408, "incomplete-request", "the request did not arrive in time");
      case 414, 431 ->
          Problem.of(status, "header-too-large", "the address or a header is too long");
      case 503 ->
          Problem.of(503, "stopping", "the server is stopping or busy; try again")
              .header("Retry-After", "5");
      case 505 -> Problem.of(505, "http-version", "this server speaks HTTP/1.1");
      default ->
          Problem.of(status, status < 500 ? "bad-request" : "internal", "the request failed");
    };
  }
}
