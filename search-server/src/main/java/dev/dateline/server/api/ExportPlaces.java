package dev.dateline.server.api;

import dev.dateline.server.http.Problem;
import dev.dateline.server.http.ProblemException;
import java.util.HashMap;
import java.util.Map;

/**
 * Who may be sent an export: each holds a view of the index and some hundred kilobytes for as long
 * as its client takes, and no client has all places. Thread-safe.
 */
final class ExportPlaces {

  /** Exports at a time. Not fitted. */
  static final int MOST = 64;

  /** Those of one client: so that three that read slowly leave none without. Not fitted. */
  static final int MOST_OF_ONE = 16;

  private static final String SECONDS = "30";

  private final Map<String, Integer> taken = new HashMap<>();
  private int all;

  /**
   * Takes a place.
   *
   * @throws ProblemException if the client has too many, or all are taken
   */
  synchronized void take(String client) {
    if (taken.getOrDefault(client, 0) >= MOST_OF_ONE) {
      throw refused(429, "you are sent " + MOST_OF_ONE + " exports; let one end, and try again");
    }
    if (all >= MOST) {
      throw refused(503, "the server writes " + MOST + " exports; try again");
    }
    all++;
    taken.merge(client, 1, Integer::sum);
  }

  private static ProblemException refused(int status, String detail) {
    return new ProblemException(
        Problem.of(status, "too-many-exports", detail).header("Retry-After", SECONDS));
  }

  /** Gives a place back. */
  synchronized void leave(String client) {
    all--;
    taken.computeIfPresent(client, (same, count) -> count == 1 ? null : count - 1);
  }
}
