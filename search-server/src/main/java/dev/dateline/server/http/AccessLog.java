package dev.dateline.server.http;

import dev.dateline.server.metrics.Trace;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jetty.server.AsyncRequestLogWriter;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line of JSON for each request, written by a thread of its own. JSON, as it quotes whatever a
 * client sends, so that nobody can write a line of another's.
 *
 * <pre>{@code
 * {"at":"…","id":"…","client":"192.0.2.7","key":"desk","method":"GET","address":"/v1/search?q=rain","status":200,
 *  "bytes":5120,"ms":12.3,"waitedMs":0.1,"problem":"…","agent":"…","referer":"…"}
 * }</pre>
 */
final class AccessLog {

  /** Beyond ASCII everything is escaped: some of it moves the cursor of who looks at the log. */
  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /** Enough to tell clients apart. */
  private static final int LONGEST_HEADER = 300;

  private final RequestLog.Writer writer;

  /**
   * A log.
   *
   * @param target {@code -} for standard error, or a file, which is appended to; with {@code
   *     yyyy_mm_dd} in its name it is another one each day
   * @throws IOException if the file cannot be written
   */
  AccessLog(String target) throws IOException {
    this.writer = target.equals("-") ? new AsyncRequestLogWriter() : toFile(target);
  }

  private static AsyncRequestLogWriter toFile(String file) throws IOException {
    Path folder = Path.of(file).toAbsolutePath().getParent();
    if (folder == null || !Files.isWritable(folder) || Files.isDirectory(Path.of(file))) {
      throw new IOException("the access log " + file + " cannot be written");
    }
    AsyncRequestLogWriter writer = new AsyncRequestLogWriter(file);
    writer.setAppend(true);
    return writer;
  }

  /** What the web server starts and stops. */
  RequestLog.Writer writer() {
    return writer;
  }

  /** Writes the line of a request. */
  void write(Request request, int status, long bytes, Duration took) {
    try {
      writer.write(line(request, status, bytes, took));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String line(Request request, int status, long bytes, Duration took) {
    Trace trace = RequestIds.trace(request);
    StringWriter line = new StringWriter();
    try (JsonGenerator json = MAPPER.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringProperty("at", Instant.ofEpochMilli(request.getTimeStamp()).toString());
      json.writeStringProperty("id", trace.id());
      json.writeStringProperty("client", request.getRemoteAddr());
      text(json, "key", trace.key());
      json.writeStringProperty("method", request.getMethod());
      json.writeStringProperty("address", Redaction.address(request.getHttpURI()));
      json.writeNumberProperty("status", status);
      json.writeNumberProperty("bytes", bytes);
      json.writeNumberProperty("ms", milliseconds(took));
      if (!trace.waited().isZero()) {
        json.writeNumberProperty("waitedMs", milliseconds(trace.waited()));
      }
      text(json, "problem", trace.problem());
      text(json, "agent", request.getHeader("User-Agent"));
      text(json, "referer", Redaction.referer(request.getHeader("Referer")));
      json.writeEndObject();
    }
    return line.toString();
  }

  /** With two digits after the point. */
  private static double milliseconds(Duration time) {
    return Math.round(time.toNanos() / 1e4) / 100.0;
  }

  private static void text(JsonGenerator json, String name, @Nullable String value) {
    if (value != null) {
      int length = Math.min(value.length(), LONGEST_HEADER);
      json.writeStringProperty(name, value.substring(0, length));
    }
  }
}
