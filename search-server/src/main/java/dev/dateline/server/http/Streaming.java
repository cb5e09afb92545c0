package dev.dateline.server.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;

/**
 * Sends streamed bodies, each by a virtual thread of its own: a slow client holds its connection,
 * and none of the threads that answer the others. It is cut off where it takes nothing for as long
 * as a connection may be silent, and where it takes too little ({@link LeastRate}).
 */
final class Streaming {

  private static final Logger LOG = Logger.getLogger(Streaming.class.getName());

  /** Half of what Jetty gathers before it sends. */
  private static final int BUFFER_BYTES = 16 << 10;

  /** What a client may take in all on top of the least rate. Not fitted. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private Streaming() {}

  /** Starts to send a body, and returns; the status and the headers are set. */
  static void start(StreamedBody body, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      // So that Spark takes the request for answered, and adds nothing.
      response.flushBuffer();
    } catch (IOException e) {
      body.close();
      throw e;
    }
    AsyncContext async = request.startAsync();
    async.setTimeout(0); // a large archive takes its time
    Thread.ofVirtual().name("stream").start(() -> send(body, request, response, async));
  }

  private static void send(
      StreamedBody body,
      HttpServletRequest request,
      HttpServletResponse response,
      AsyncContext async) {
    try (body) {
      OutputStream sent = new LeastRate(response.getOutputStream(), PATIENCE);
      OutputStream out = new BufferedOutputStream(sent, BUFFER_BYTES);
      body.writeTo(out);
      out.flush();
      async.complete();
    } catch (IOException | RuntimeException e) {
      LOG.log(isOfTheClient(e) ? Level.FINE : Level.WARNING, "an answer was cut off", e);
      // An end would look like that of a whole body.
      Request.getBaseRequest(request).getHttpChannel().abort(e);
      async.complete();
    }
  }

  /** Whether the client went away, or took nothing for too long. */
  private static boolean isOfTheClient(Exception e) {
    return e instanceof EofException
        || e instanceof LeastRate.SlowClientException
        || e.getCause() instanceof TimeoutException;
  }
}
