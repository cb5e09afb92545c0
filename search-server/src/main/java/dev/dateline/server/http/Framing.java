package dev.dateline.server.http;

import java.util.Collections;
import java.util.List;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Where a request ends, and for whom it is: what two programs on its way may see differently, so
 * that one takes for a body what the other takes for the next request (request smuggling). Jetty
 * refuses most of it: two lengths, a length beside chunks, folded headers. This refuses the rest.
 */
final class Framing {

  private Framing() {}

  /**
   * What is ambiguous in a request, or null.
   *
   * <p>After a body in chunks the connection is to be closed: this Jetty ends a chunk's extension
   * at a line end within quotation marks (CVE-2026-2332), and takes a line feed alone for a line
   * end in chunks. Whatever follows such a body is then nobody's request.
   */
  static @Nullable Problem problem(Request request) {
    if (values(request, HttpHeader.HOST).size() > 1) {
      return ambiguous("it names more than one host");
    }
    List<String> codings = values(request, HttpHeader.TRANSFER_ENCODING);
    if (codings.isEmpty()) {
      return null;
    }
    request.getResponse().setHeader(HttpHeader.CONNECTION, "close");
    boolean chunked = codings.size() == 1 && codings.getFirst().strip().equalsIgnoreCase("chunked");
    return chunked && request.getHttpVersion() == HttpVersion.HTTP_1_1
        ? null
        : ambiguous("a body of unknown length comes in chunks, unpacked, and by HTTP/1.1");
  }

  private static List<String> values(Request request, HttpHeader header) {
    return Collections.list(request.getHeaders(header.asString()));
  }

  private static Problem ambiguous(String why) {
    return Problem.of(400, "bad-request", "this is not a well-formed request: " + why);
  }
}
