package dev.dateline.server.admin;

import dev.dateline.index.ArticleIndex;
import dev.dateline.lucene.Checksums;
import dev.dateline.lucene.Damage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Reads all files of the index after the start and again and again, slowly, and says which are
 * damaged: a search reads only what it needs, and takes damage for articles. In between it reads
 * those that are new. While something is damaged, it looks at once when another generation is put
 * in use. Close it before the index.
 */
public final class ChecksumWatch implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(ChecksumWatch.class.getName());

  /** Bytes that are read in a second: a tenth of what a slow disk gives. Not fitted. */
  private static final long RATE = 20 << 20;

  private static final Duration TICK = Duration.ofSeconds(1);

  /** How often new files are read in the time from one look at all to the next. Not fitted. */
  private static final int LOOKS_AT_NEW = 24;

  private final Path folder;
  private final ArticleIndex index;
  private final Duration every;
  private final Soundness soundness;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("dateline-checksums").daemon().factory());

  private final ScheduledFuture<?> looking;

  /** What the last look has seen. Used by the one thread, as all below. */
  private Checksums seen = Checksums.NONE;

  private @Nullable String generation;

  private long allDueAt = System.nanoTime();
  private long newDueAt = allDueAt;
  private boolean failing;

  private ChecksumWatch(Path folder, ArticleIndex index, Duration every, Soundness soundness) {
    this.folder = folder;
    this.index = index;
    this.every = every;
    this.soundness = soundness;
    this.looking =
        thread.scheduleWithFixedDelay(
            this::lookIfDue, TICK.toMillis(), TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * Starts to look.
   *
   * @param folder where the index is
   * @param index the same, as it is searched
   * @param every the time from the end of one look at all files to the next
   * @param soundness is told what is found
   */
  static ChecksumWatch start(Path folder, ArticleIndex index, Duration every, Soundness soundness) {
    return new ChecksumWatch(folder, index, every, soundness);
  }

  private void lookIfDue() {
    try {
      boolean all = System.nanoTime() - allDueAt >= 0 || isReplaced();
      if (all || System.nanoTime() - newDueAt >= 0) {
        look(all);
        long now = System.nanoTime();
        newDueAt = now + every.toNanos() / LOOKS_AT_NEW;
        allDueAt = all ? now + every.toNanos() : allDueAt;
        failing = false;
      }
    } catch (CancellationException e) {
      LOG.log(Level.FINE, "the server is stopping", e);
    } catch (IOException e) {
      if (!failing) {
        LOG.warning("the files of the index cannot be looked at; tried again: " + e.getMessage());
      }
      failing = true;
    } catch (Throwable e) { // whatever it is: what is thrown would end all looks, in silence
      if (!failing) {
        LOG.log(Level.WARNING, "the files of the index cannot be looked at; tried again", e);
      }
      failing = true;
    }
  }

  /** Whether what was found damaged is not in use any more. */
  private boolean isReplaced() throws IOException {
    return !soundness.isSound() && !index.commit().generation().equals(generation);
  }

  private void look(boolean all) throws IOException {
    // Not of the statistics, which read an article: it may be what is damaged.
    String looked = index.commit().generation();
    Checksums now = (all ? Checksums.NONE : seen).again(folder, new Look(System.nanoTime()));
    generation = looked;
    seen = now;
    soundness.looked(now);
  }

  /** Reads no faster than it may, and tells of damage at once: the look may take hours. */
  private final class Look implements Checksums.Observer {
    private final long start;
    private long read;

    Look(long start) {
      this.start = start;
    }

    @Override
    public void read(long bytes) {
      read += bytes;
      rest(start + read * TimeUnit.SECONDS.toNanos(1) / RATE - System.nanoTime());
    }

    @Override
    public void found(Damage damage) {
      found(damage, false);
    }

    @Override
    public void foundInKept(Damage damage) {
      found(damage, true);
    }

    private void found(Damage damage, boolean inKept) {
      if (soundness.found(damage, inKept)) {
        String cure =
            inKept ? "nobody can go back to it; see: dateline rollback" : "see: dateline verify";
        LOG.severe(damage.file() + " is damaged: " + damage.what() + "; " + cure + " --help");
      }
    }
  }

  private static void rest(long nanoseconds) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanoseconds);
    } catch (InterruptedException e) {
      throw new CancellationException();
    }
  }

  /** Stops, in the middle of a file if it must. */
  @Override
  public void close() {
    looking.cancel(true);
    thread.shutdownNow();
  }
}
