package dev.dateline.server.http;

import java.io.IOException;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import spark.embeddedserver.jetty.HttpRequestWrapper;

/** A request that hides from Spark what would mislead it. */
final class PlainRequest extends HttpRequestWrapper {

  PlainRequest(HttpServletRequest request) {
    super(request);
  }

  /**
   * Without the header that turns one method into another, and so a read into a write. And without
   * {@code Accept}: endpoints choose their form themselves, and Spark chokes on some values.
   */
  @Override
  public @Nullable String getHeader(String name) {
    return name.equalsIgnoreCase("X-HTTP-Method-Override") || name.equalsIgnoreCase("Accept")
        ? null
        : super.getHeader(name);
  }

  /** The body as it arrives: Spark would read it whole, however large it is. */
  @Override
  public ServletInputStream getInputStream() throws IOException {
    return getRequest().getInputStream();
  }
}
