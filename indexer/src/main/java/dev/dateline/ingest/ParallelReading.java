package dev.dateline.ingest;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.dateline.ingest.reader.MeteredStream;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads files by several threads, and hands over what became of them in one, in the order of the
 * files: so which of two versions of an article is the later one does not depend on chance. Used
 * once.
 */
final class ParallelReading {

  private static final int THREADS = Runtime.getRuntime().availableProcessors();

  /** Files that are begun before those before them are done with, at most. */
  private static final int AHEAD = 2 * THREADS;

  /** How long to wait for what is cut off; a file may be a pipe that nobody writes to. */
  private static final int PATIENCE_SECONDS = 10;

  private final Sink sink;
  private final BlockingQueue<Step> order = new ArrayBlockingQueue<>(AHEAD);
  private final Step last = () -> {};
  private final FirstFailure failure = new FirstFailure();
  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS + 1, Thread.ofPlatform().daemon().name("reader-", 1).factory());

  /** The handing over of something that was found. */
  @FunctionalInterface
  private interface Step {
    void run() throws IOException, InterruptedException;
  }

  ParallelReading(Sink sink) {
    this.sink = sink;
  }

  /**
   * Reads all that is in the paths.
   *
   * @param except the folder that is passed over, or null
   */
  void read(List<Path> paths, @Nullable Path except) throws IOException {
    try {
      threads.execute(() -> walk(paths, except));
      for (Step step = order.take(); !step.equals(last); step = order.take()) {
        step.run();
      }
      failure.rethrow();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } finally {
      stop();
    }
  }

  private void take(Channel channel) throws IOException, InterruptedException {
    sink.begin(channel.file);
    for (Outcome outcome = channel.take(); outcome != null; outcome = channel.take()) {
      sink.accept(outcome);
    }
    failure.rethrow();
    sink.end(channel.file, !channel.brokeOff);
  }

  private void walk(List<Path> paths, @Nullable Path except) {
    try {
      FileTree tree = new FileTree(except, new Finding());
      for (Path path : paths) {
        tree.visit(path);
      }
      order.put(last);
    } catch (Throwable e) {
      fail(e);
    }
  }

  private final class Finding implements FileTree.Visitor {

    @Override
    public void file(InputFile file, boolean named) throws IOException {
      if (sink.wants(file)) {
        Channel channel = new Channel(file);
        line(() -> take(channel));
        threads.execute(() -> readInto(channel, file.path(), named));
      }
    }

    @Override
    public void folder(Path folder) {
      line(() -> sink.folder(folder));
    }

    @Override
    public void outcome(Path path, Outcome outcome) {
      line(() -> sink.accept(path, outcome));
    }

    private void line(Step step) {
      try {
        order.put(step);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CutOffException();
      }
    }
  }

  private void readInto(Channel channel, Path path, boolean named) {
    String name = path.toString();
    try {
      channel.brokeOff =
          !read(path, named, outcome -> put(channel, named ? meant(name, outcome) : outcome));
    } catch (CutOffException e) {
      // Nobody waits for the rest.
    } catch (Throwable e) {
      fail(e);
    }
    channel.end();
  }

  /**
   * Gives whether the disk gave all that is in the file, however broken that is. A file in a folder
   * may have become a link since it was found, which is not followed.
   */
  private boolean read(Path path, boolean named, Consumer<Outcome> outcomes) {
    OpenOption[] options = named ? new OpenOption[] {} : new OpenOption[] {NOFOLLOW_LINKS};
    try (DiskStream in = DiskStream.open(path, options)) {
      Readers.read(path.toString(), new MeteredStream(in, sink::bytes), outcomes);
      return !in.hasFailed();
    } catch (IOException e) {
      outcomes.accept(FileTree.notRead(path, e, named));
      return false;
    }
  }

  /**
   * A file that someone named was meant to be read: it has failed where it is passed over. An entry
   * in it was not named.
   */
  private static Outcome meant(String file, Outcome outcome) {
    return outcome instanceof Outcome.PassedOver passed && passed.file().equals(file)
        ? new Outcome.Malformed(passed.file(), "", passed.reason())
        : outcome;
  }

  private static void put(Channel channel, Outcome outcome) {
    try {
      channel.put(outcome);
    } catch (InterruptedException e) {
      // Nobody takes the outcomes any more.
      Thread.currentThread().interrupt();
      throw new CutOffException();
    }
  }

  /** Ends the reading of a file in the middle. */
  private static final class CutOffException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Lets the reading end with an exception. */
  private void fail(Throwable e) {
    failure.keep(e);
    while (!order.offer(last)) {
      order.poll();
    }
  }

  private void stop() throws IOException {
    threads.shutdownNow();
    try {
      threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IOException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    IOException interrupted = new InterruptedIOException("the reading was interrupted");
    interrupted.initCause(e);
    return interrupted;
  }
}
