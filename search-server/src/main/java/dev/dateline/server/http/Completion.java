package dev.dateline.server.http;

import dev.dateline.server.metrics.Metrics;
import dev.dateline.server.metrics.SlowSearches;
import dev.dateline.server.metrics.Trace;
import java.time.Duration;
import java.util.Set;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;

/** Takes note of each request when its answer has been sent, or could not be. */
final class Completion implements RequestLog {

  /** What a method can be called in a metric: a client may make up any number of others. */
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "DELETE", "OPTIONS");

  private final Metrics metrics;
  private final @Nullable AccessLog accessLog;
  private final SlowSearches slowSearches;

  Completion(Metrics metrics, @Nullable AccessLog accessLog, SlowSearches slowSearches) {
    this.metrics = metrics;
    this.accessLog = accessLog;
    this.slowSearches = slowSearches;
  }

  @Override
  public void log(Request request, Response response) {
    Trace trace = RequestIds.trace(request);
    int status = response.getCommittedMetaData() == null ? 0 : response.getStatus();
    Duration took = trace.age();
    String method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
    metrics.answered(trace, method, status, took);
    slowSearches.note(trace, took);
    if (accessLog != null) {
      accessLog.write(request, status, response.getHttpChannel().getBytesWritten(), took);
    }
  }
}
