package dev.dateline.server.http;

import dev.dateline.server.metrics.Trace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.jspecify.annotations.Nullable;

/** A request, read strictly and within limits. Used by one thread. */
public final class Call {

  private static final int BUFFER = 16 << 10;

  /** What a body may take in all on top of its size, so that a client can be slow to start. */
  private static final int PATIENCE_SECONDS = 10;

  /** A modem of 1995 is faster. Jetty has a least rate too, which cuts off small bodies. */
  private static final int LEAST_BYTES_A_SECOND = 1_000;

  /** What most programs accept, which is not read each time. */
  private static final List<String> ANYTHING = List.of("*/*");

  /** They stand around IPv6. */
  private static final Pattern BRACKETS = Pattern.compile("[\\[\\]]");

  private final HttpServletRequest request;
  private final int maxBody;
  private final Trace trace;
  private byte @Nullable [] body;

  Call(HttpServletRequest request, int maxBody, Trace trace) {
    this.request = request;
    this.maxBody = maxBody;
    this.trace = trace;
  }

  /** What is noted of the request. */
  public Trace trace() {
    return trace;
  }

  /**
   * The answer with this tag, if that is the one that the client has: it need not be found again.
   *
   * @param tag makes the tag, if the client shows any
   */
  public Optional<Answer> known(Supplier<EntityTag> tag) {
    String shown = request.getHeader("If-None-Match");
    return shown == null || isPost()
        ? Optional.empty()
        : Optional.of(tag.get())
            .filter(each -> each.isIn(shown))
            .map(each -> Answer.empty(200).tag(each));
  }

  /** The address of the client, as far as it is known. */
  private String clientAddress() {
    return BRACKETS.matcher(request.getRemoteAddr()).replaceAll("");
  }

  /** What tells the client from others: the name of its key, else where it comes from. */
  public String client() {
    String key = trace.key();
    return key == null ? Clients.of(clientAddress()) : key;
  }

  /** The host that the client wants, without its port. */
  String host() {
    return request.getServerName();
  }

  /**
   * The start of this server's addresses as its clients know it, without a slash at its end: {@code
   * http://127.0.0.1:8080}.
   */
  public String origin() {
    int port = request.getServerPort();
    boolean usual = port == (request.getScheme().equals("https") ? 443 : 80);
    return request.getScheme() + "://" + request.getServerName() + (usual ? "" : ":" + port);
  }

  /**
   * The parameters in the address, in order, in a map of the caller's own.
   *
   * @throws ProblemException if they are not well encoded
   */
  public Map<String, List<String>> parameters() {
    String query = request.getQueryString();
    return Encoded.parameters(query == null ? "" : query);
  }

  /**
   * The last segment of the path, decoded: it may hold any character, also a slash.
   *
   * @param name what to call it in a problem
   * @throws ProblemException if it is not well encoded
   */
  public String lastSegment(String name) {
    String path = request.getRequestURI();
    return Encoded.segment(name, path.substring(path.lastIndexOf('/') + 1));
  }

  /** The segment of the path before the last one, likewise. */
  public String segmentBeforeLast(String name) {
    String path = request.getRequestURI();
    String before = path.substring(0, path.lastIndexOf('/'));
    return Encoded.segment(name, before.substring(before.lastIndexOf('/') + 1));
  }

  /** What follows the start of the path, decoded: it may have any number of segments. */
  public String pathAfter(String start, String name) {
    return Encoded.segment(name, request.getRequestURI().substring(start.length()));
  }

  /** Whether this is a POST. */
  public boolean isPost() {
    return request.getMethod().equals("POST");
  }

  /**
   * The parameters in a body that is a form, in order.
   *
   * @throws ProblemException as {@link #body()} and {@link #parameters()} do
   */
  public Map<String, List<String>> form() {
    return Encoded.parameters(new String(body(), StandardCharsets.UTF_8));
  }

  /** A header, or null. */
  public @Nullable String header(String name) {
    return request.getHeader(name);
  }

  /** The media types that the client would have, without their parameters, the best first. */
  public List<String> accepted() {
    return accepted(Collections.list(request.getHeaders("Accept")));
  }

  static List<String> accepted(List<String> header) {
    if (header.equals(ANYTHING)) {
      return ANYTHING;
    }
    QuotedQualityCSV accepted = new QuotedQualityCSV();
    header.forEach(accepted::addValue);
    return accepted.getValues().stream().map(Call::withoutParameters).toList();
  }

  private static String withoutParameters(String type) {
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** The media type of the body in lower case, without its parameters; empty if it has none. */
  public String mediaType() {
    String type = request.getContentType();
    return type == null ? "" : withoutParameters(type);
  }

  /**
   * The whole body.
   *
   * @throws ProblemException if it is larger than the server takes, or does not arrive
   */
  public byte[] body() {
    if (body == null) {
      body = receive();
    }
    return body;
  }

  private byte[] receive() {
    checkEncoding();
    if (request.getContentLengthLong() > maxBody) {
      throw tooLarge();
    }
    try (InputStream in = request.getInputStream()) {
      return read(in);
    } catch (IOException | BadMessageException e) {
      // The client fell silent, went away or sent no HTTP: not a failure of the index.
      throw new ProblemException(
          408, "incomplete-request", "the body did not arrive, or not in time");
    }
  }

  /** Reads on as long as the body arrives at a rate that somebody with a bad line has too. */
  private byte[] read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    long start = System.nanoTime();
    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
      bytes.write(buffer, 0, length);
      if (bytes.size() > maxBody) {
        throw tooLarge();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      if (seconds > PATIENCE_SECONDS + (double) bytes.size() / LEAST_BYTES_A_SECOND) {
        throw new IOException("the body arrives too slowly");
      }
    }
    return bytes.toByteArray();
  }

  /** What is packed small can be too large, and is not unpacked. */
  private void checkEncoding() {
    String encoding = request.getHeader("Content-Encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new ProblemException(
          Problem.of(415, "unsupported-encoding", "a body is sent as it is, not as " + encoding)
              .header("Accept-Encoding", "identity"));
    }
  }

  private ProblemException tooLarge() {
    return new ProblemException(
        413, "body-too-large", "a body has at most " + maxBody + " bytes; send it in pieces");
  }
}
