package dev.dateline.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.http.QuotedQualityCSV;
import org.jspecify.annotations.Nullable;

/** A request, read strictly and within limits. Used by one thread. */
public final class Call {

  private final HttpServletRequest request;
  private final int maxBody;

  Call(HttpServletRequest request, int maxBody) {
    this.request = request;
    this.maxBody = maxBody;
  }

  /**
   * The parameters in the address, in order.
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
    QuotedQualityCSV accepted = new QuotedQualityCSV();
    if (request instanceof PlainRequest plain) {
      plain.accept().asIterator().forEachRemaining(accepted::addValue);
    }
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
    if (request.getContentLengthLong() > maxBody) {
      throw tooLarge();
    }
    try (InputStream in = request.getInputStream()) {
      byte[] body = in.readNBytes(maxBody + 1);
      if (body.length > maxBody) {
        throw tooLarge();
      }
      return body;
    } catch (IOException | BadMessageException e) {
      // The client fell silent, went away or sent no HTTP: not a failure of the index.
      throw new ProblemException(
          408, "incomplete-request", "the body did not arrive, or not in time");
    }
  }

  private ProblemException tooLarge() {
    return new ProblemException(
        413, "body-too-large", "a body has at most " + maxBody + " bytes; send it in pieces");
  }
}
