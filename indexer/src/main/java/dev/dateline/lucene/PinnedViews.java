package dev.dateline.lucene;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * The views in which cursors by relevance go on: an order by relevance is that of one view, as
 * every commit changes the scores. Cursors of one view share it. A view is let go some minutes
 * after a cursor of it was last given or taken, or when there are too many of them, the one first
 * that was not used for longest. Thread-safe.
 */
final class PinnedViews implements Closeable {

  /** How long a cursor holds after it was last given or taken. */
  static final Duration LIFE = Duration.ofMinutes(5);

  /**
   * A server that commits every second makes as many views, and each keeps a bit for every deleted
   * article, and the files that were merged since. Not fitted.
   */
  static final int MOST = 64;

  private final Views views;
  private final LongSupplier nanoClock;
  private boolean closed;

  /** By the id of the view, the one first that was not used for longest. */
  private final Map<Long, Pin> pins = new LinkedHashMap<>(16, 0.75f, true);

  private static final class Pin {
    private final Views.View view;
    private long used;

    Pin(Views.View view) {
      this.view = view;
    }
  }

  /**
   * @param nanoClock as {@link System#nanoTime()}
   */
  PinnedViews(Views views, LongSupplier nanoClock) {
    this.views = views;
    this.nanoClock = nanoClock;
  }

  /** Keeps a view, which the caller has acquired, beyond the caller's use of it. */
  synchronized void pin(Views.View view) throws IOException {
    Pin pin = pins.get(view.id());
    if (pin == null && !closed && views.tryIncRef(view)) {
      pin = new Pin(view);
      pins.put(view.id(), pin);
    }
    if (pin != null) {
      pin.used = nanoClock.getAsLong();
    }
    releaseExpired();
  }

  /** A view that is kept, which the caller releases; null if it is not kept, or no longer. */
  synchronized Views.@Nullable View acquire(long id) throws IOException {
    releaseExpired();
    Pin pin = pins.get(id);
    if (pin == null || !views.tryIncRef(pin.view)) {
      return null;
    }
    pin.used = nanoClock.getAsLong();
    return pin.view;
  }

  /** Lets go of what was not used for long, and of what is too much. */
  synchronized void releaseExpired() throws IOException {
    long now = nanoClock.getAsLong();
    List<Closeable> expired = new ArrayList<>();
    Iterator<Pin> oldestFirst = pins.values().iterator();
    while (oldestFirst.hasNext()) {
      Pin pin = oldestFirst.next();
      if (pins.size() <= MOST && now - pin.used < LIFE.toNanos()) {
        break;
      }
      oldestFirst.remove();
      expired.add(() -> views.release(pin.view));
    }
    IOUtils.close(expired);
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    List<Closeable> all = new ArrayList<>();
    pins.values().forEach(pin -> all.add(() -> views.release(pin.view)));
    pins.clear();
    IOUtils.close(all);
  }
}
