package dev.dateline.server.metrics;

import dev.dateline.index.SearchRequest;
import dev.dateline.index.SearchResult;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is noted of a request while it is answered, for the logs and the metrics. Written by the
 * thread that answers, and read when the answer has been sent.
 */
public final class Trace {

  private static final ThreadLocal<@Nullable Trace> CURRENT = new ThreadLocal<>();

  private final String id;
  private final long begun = System.nanoTime();
  private volatile String route = "none";
  private volatile @Nullable String key;
  private volatile @Nullable String problem;
  private volatile Duration wait = Duration.ZERO;
  private volatile @Nullable Searched searched;

  /** A search that the request led to. */
  public record Searched(SearchRequest request, SearchResult result) {}

  /** Of the request with this id. */
  public Trace(String id) {
    this.id = id;
  }

  /** Makes it the trace that {@link #noteSearch} writes to, in this thread. */
  public void begin(String toRoute) {
    route = toRoute;
    CURRENT.set(this);
  }

  /** Ends what {@link #begin} began. */
  public void end() {
    CURRENT.remove();
  }

  /** Notes the last search of the request that this thread answers, if it answers one. */
  static void noteSearch(SearchRequest request, SearchResult result) {
    Trace trace = CURRENT.get();
    if (trace != null) {
      trace.searched = new Searched(request, result);
    }
  }

  /** Notes whose key was shown. */
  public void noteKey(String name) {
    key = name;
  }

  /** Notes the code of the problem that was answered. */
  public void noteProblem(String code) {
    problem = code;
  }

  /** Notes how long the request waited for its turn. */
  public void noteWait(Duration time) {
    wait = time;
  }

  /** How long ago the request came. */
  public Duration age() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** The id of the request, which its answer carries too. */
  public String id() {
    return id;
  }

  /** The address as it was declared, such as {@code /v1/articles/:id}; {@code none} if unknown. */
  public String route() {
    return route;
  }

  /** The name of the key that was shown, or null. */
  public @Nullable String key() {
    return key;
  }

  /** The code of the problem that was answered, or null. */
  public @Nullable String problem() {
    return problem;
  }

  /** How long the request waited for its turn. */
  public Duration waited() {
    return wait;
  }

  /** The search that was made, or null. */
  public @Nullable Searched searched() {
    return searched;
  }
}
