package dev.dateline.cli;

import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.InputFile;
import dev.dateline.ingest.Sink;
import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;

/** How far a long command is, where a person looks on. Elsewhere it shows nothing. */
final class Progress implements AutoCloseable {

  private static final int MILLIS_BETWEEN_UPDATES = 250;

  private final String task;
  private final @Nullable ProgressBar bar;
  private final AtomicLong documents = new AtomicLong();
  private final LongAdder bytes = new LongAdder();

  /** The bytes of all files; 0 while that is not known. */
  private volatile long total;

  /**
   * @param task what is being done, such as "Indexing"
   */
  Progress(Terminal terminal, String task) {
    this.task = task;
    bar =
        terminal.errIsInteractive()
            ? new ProgressBarBuilder()
                .setTaskName(task)
                .setRenderer(
                    (state, width) ->
                        new ProgressLine(
                                this.task,
                                documents.get(),
                                bytes.sum(),
                                total,
                                state.getElapsedAfterStart())
                            .text())
                .setUpdateIntervalMillis(MILLIS_BETWEEN_UPDATES)
                .setConsumer(new ConsoleProgressBarConsumer(terminal.err(), ProgressLine.LONGEST))
                .continuousUpdate()
                .clearDisplayOnFinish()
                .build()
            : null;
  }

  /** The same sink, watched, over inputs whose size is found out meanwhile. */
  Sink watching(Sink sink, Inputs inputs, @Nullable Path except) {
    if (bar == null) {
      return sink;
    }
    Thread sizing = new Thread(() -> total = size(inputs, except), "sizing");
    sizing.setDaemon(true);
    sizing.start();
    return new Watched(sink);
  }

  /** How much there is to read; 0 where that cannot be known. */
  private static long size(Inputs inputs, @Nullable Path except) {
    try {
      return inputs.hasStreams() ? 0 : Ingest.size(inputs.files(), except);
    } catch (IOException unreadable) {
      return 0;
    }
  }

  private final class Watched implements Sink {

    private final Sink sink;

    Watched(Sink sink) {
      this.sink = sink;
    }

    @Override
    public void accept(Outcome outcome) throws IOException {
      sink.accept(outcome);
      documents.incrementAndGet();
    }

    @Override
    public void accept(Path path, Outcome outcome) throws IOException {
      sink.accept(path, outcome);
      documents.incrementAndGet();
    }

    @Override
    public void folder(Path folder) throws IOException {
      sink.folder(folder);
    }

    @Override
    public boolean wants(InputFile file) throws IOException {
      boolean wanted = sink.wants(file);
      if (!wanted) {
        bytes.add(file.size());
      }
      return wanted;
    }

    @Override
    public void begin(InputFile file) throws IOException {
      sink.begin(file);
    }

    @Override
    public void end(InputFile file, boolean whole) throws IOException {
      sink.end(file, whole);
    }

    @Override
    public void bytes(long count) {
      sink.bytes(count);
      bytes.add(count);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
