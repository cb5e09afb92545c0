package dev.dateline.server.config;

import java.time.Duration;

/**
 * What keeps one client from taking everything, and all of them from taking too much.
 *
 * @param maxBody the largest body of a request, in bytes
 * @param searches the searches that are worked on at the same time
 * @param maxWait how long a search may wait for its turn
 * @param threads the most threads, at least {@value #LEAST_THREADS}
 * @param queue the most requests that wait for a thread, and connections that wait to be accepted
 * @param maxConnections the most connections
 * @param headTimeout how long the head of a request may take to arrive
 * @param idleTimeout how long a connection may be silent before it is closed
 * @param drainTime how long requests in flight may take to end when the server stops
 */
public record Limits(
    int maxBody,
    int searches,
    Duration maxWait,
    int threads,
    int queue,
    int maxConnections,
    Duration headTimeout,
    Duration idleTimeout,
    Duration drainTime) {

  /** What the web server needs for itself, and a few that answer. */
  static final int LEAST_THREADS = 8;

  static Limits of(SettingValues values) {
    int processors = Runtime.getRuntime().availableProcessors();
    return new Limits(
        values.size(Setting.MAX_BODY),
        values.wholeOrAuto(Setting.SEARCHES, 1, 1_000, processors),
        values.span(Setting.MAX_WAIT),
        values.whole(Setting.THREADS, LEAST_THREADS, 10_000),
        values.whole(Setting.QUEUE, 1, 100_000),
        values.whole(Setting.MAX_CONNECTIONS, 1, 1_000_000),
        values.span(Setting.HEAD_TIMEOUT),
        values.span(Setting.IDLE_TIMEOUT),
        values.span(Setting.DRAIN_TIME));
  }
}
