package dev.dateline.server.http;

import dev.dateline.server.config.Limits;
import dev.dateline.server.config.Scope;
import dev.dateline.server.config.ServerConfig;
import dev.dateline.server.metrics.Metrics;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a request passes on its way to its endpoint: who comes, and is there room? */
final class Entrance {

  /** Writers share commits, and each holds its body in memory. Not fitted. */
  private static final int WRITES = 16;

  /** More than any list of sources, and little for each thread. */
  private static final int MAX_SEARCH = 256 << 10;

  private final Access access;
  private final Metrics metrics;
  private final Gate reads;
  private final Gate writes;
  private final int maxBody;

  Entrance(ServerConfig config, Metrics metrics) {
    Limits limits = config.limits();
    this.access = new Access(config);
    this.metrics = metrics;
    this.maxBody = limits.maxBody();
    // The other threads refuse what is too much, and write to clients that read slowly.
    int mostWaiting = limits.threads() / 4;
    this.reads = new Gate(limits.searches(), mostWaiting, limits.maxWait());
    this.writes = new Gate(Math.min(WRITES, mostWaiting), mostWaiting, Duration.ofSeconds(5));
    metrics.gauge("dateline.search.waiting", reads, Gate::waiting);
    metrics.gauge("dateline.write.waiting", writes, Gate::waiting);
  }

  /** The largest body of a request that needs this scope, in bytes. */
  int maxBody(@Nullable Scope scope) {
    return scope == null || scope == Scope.READ ? Math.min(maxBody, MAX_SEARCH) : maxBody;
  }

  /**
   * Lets a request pass whose client may do this.
   *
   * @param dialect the dialect of the client, or null for our own
   * @throws ProblemException for anyone else
   */
  void check(Call call, Scope scope, @Nullable Dialect dialect) {
    access.check(call, scope, dialect);
  }

  /**
   * The endpoint's answer, after others where there is not room for all.
   *
   * @throws ProblemException if the request is not let in, or cannot be answered
   * @throws IOException if the index cannot be read or written
   */
  Answer answer(Endpoint endpoint, Scope scope, Call call) throws IOException {
    if (scope == Scope.READ && call.isPost()) {
      call.body(); // so that nobody has a place to itself while it sends
    }
    try (Gate.Pass pass = (scope == Scope.READ ? reads : writes).enter()) {
      call.trace().noteWait(pass.waited());
      if (scope == Scope.READ) {
        metrics.waited(pass.waited());
      }
      return endpoint.answer(call);
    }
  }
}
