package dev.dateline.server.http;

import dev.dateline.server.metrics.Trace;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.servlet.ServletRequest;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/**
 * Gives each request an id, which its answer and the logs carry: the client's own {@code
 * X-Request-Id} where it is a sane one, else a new one.
 */
final class RequestIds implements HttpConfiguration.Customizer {

  static final String HEADER = "X-Request-Id";

  private static final String TRACE = RequestIds.class.getName();
  private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");

  @Override
  public void customize(Connector connector, HttpConfiguration configuration, Request request) {
    String given = request.getHeader(HEADER);
    String id = given != null && SANE.matcher(given).matches() ? given : newId();
    request.setAttribute(TRACE, new Trace(id));
    request.getResponse().setHeader(HEADER, id);
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  /** What is noted of a request; of one that is too broken to have an id, nothing. */
  static Trace trace(ServletRequest request) {
    return Objects.requireNonNullElseGet(
        (Trace) request.getAttribute(TRACE), () -> new Trace("none"));
  }
}
