package dev.dateline.server.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.HttpConnection;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which the head of a request arrives too slowly. A client that sends a byte
 * now and then is never silent for long, and would keep its connection for good. Jetty has a least
 * rate for bodies, and none for heads.
 */
final class SlowHeads extends AbstractLifeCycle implements Connection.Listener {

  private final Scheduler scheduler;
  private final long longest;
  private final long interval;
  private final Map<HttpConnection, Seen> connections = new ConcurrentHashMap<>();

  /** When a connection was first seen after so many requests. */
  private record Seen(long requests, long at) {}

  /**
   * Watches connections.
   *
   * @param longest how long a head may take; what takes a quarter more is cut off for certain
   */
  SlowHeads(Scheduler scheduler, Duration longest) {
    this.scheduler = scheduler;
    this.longest = longest.toNanos();
    this.interval = Math.max(1, longest.toMillis() / 4);
  }

  @Override
  public void onOpened(Connection connection) {
    if (connection instanceof HttpConnection http) {
      connections.put(http, new Seen(0, System.nanoTime()));
    }
  }

  @Override
  public void onClosed(Connection connection) {
    if (connection instanceof HttpConnection http) {
      connections.remove(http);
    }
  }

  @Override
  protected void doStart() {
    schedule();
  }

  private void schedule() {
    scheduler.schedule(this::look, interval, TimeUnit.MILLISECONDS);
  }

  private void look() {
    connections.forEach(this::look);
    if (isRunning()) {
      schedule();
    }
  }

  private void look(HttpConnection connection, Seen seen) {
    HttpParser parser = connection.getParser();
    boolean headIsComing = parser.inHeaderState() && !parser.isIdle();
    long requests = connection.getMessagesIn();
    long now = System.nanoTime();
    if (!headIsComing || requests != seen.requests()) {
      connections.replace(connection, seen, new Seen(requests, now));
    } else if (now - seen.at() > longest) {
      connection.close();
    }
  }
}
