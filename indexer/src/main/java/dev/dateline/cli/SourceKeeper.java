package dev.dateline.cli;

import dev.dateline.ingest.Ingest;
import dev.dateline.ingest.InputFile;
import dev.dateline.ingest.Sink;
import dev.dateline.lucene.Sources;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps what is in files and streams beside the index. Used by one thread, but for {@link #stop}.
 */
final class SourceKeeper implements Inputs.StreamReading {

  private final Sources sources;
  private final Path folder;
  private volatile boolean stopped;

  /**
   * @param folder where a stream lies until it has ended
   */
  SourceKeeper(Sources sources, Path folder) {
    this.sources = sources;
    this.folder = folder;
  }

  /**
   * Keeps what is in a file; gives whether that could be read. Who reads it next tells why not.
   *
   * @throws IOException if nothing more can be written, or if the keeper was stopped
   */
  boolean keep(InputFile file) throws IOException {
    InputStream opened;
    try {
      opened = Files.newInputStream(file.path());
    } catch (IOException unreadable) {
      return false;
    }
    try (InputStream in = opened) {
      sources.keep(file.path().toString(), new StoppableStream(in));
      return true;
    } catch (UncheckedIOException unreadable) {
      if (stopped) {
        throw new IOException("stopped", unreadable);
      }
      return false;
    }
  }

  /**
   * {@inheritDoc} What is in it goes to a file beside the index, too, from which it is kept at its
   * end: it may be as long as it likes, and its articles are indexed meanwhile.
   */
  @Override
  public void read(String name, InputStream in, Sink sink) throws IOException {
    Path copy = Sources.stream(folder);
    try {
      try (CopiedStream copied = new CopiedStream(in, Files.newOutputStream(copy))) {
        Ingest.read(name, copied, sink);
        copied.finish();
      }
      try (InputStream whole = Files.newInputStream(copy)) {
        sources.keep(Inputs.STREAM, new StoppableStream(whole));
      }
    } catch (UncheckedIOException e) {
      throw new IOException("what was read could not be kept", e);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** Breaks off what is being kept. May be called by any thread. */
  void stop() {
    stopped = true;
  }

  private final class StoppableStream extends FilterInputStream {

    StoppableStream(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (stopped) {
        throw new IOException("stopped");
      }
      return super.read(bytes, offset, length);
    }
  }
}
