package dev.dateline.benchmarks.corpus;

import dev.dateline.article.Article;
import dev.dateline.ingest.json.JsonArticle;
import dev.dateline.ingest.reader.Dates;
import dev.dateline.ingest.reader.Outcome;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * The articles of a file of JSON Lines, in any of the shapes that Dateline reads; each line must be
 * one. Only where the lines begin is held in memory.
 */
final class FileCorpus extends Corpus {

  private final Path file;
  private final FileChannel channel;
  private final Dates dates = new Dates(Clock.systemUTC());

  /** Where each line begins, and where the last one ends. */
  private final long[] starts;

  static FileCorpus besideProgram(Path file) throws IOException {
    String name =
        "%s-%d-%d"
            .formatted(
                file.getFileName(), Files.size(file), Files.getLastModifiedTime(file).toMillis());
    return new FileCorpus(file, besideProgram(name));
  }

  FileCorpus(Path file, Path folder) throws IOException {
    super(folder);
    this.file = file;
    this.starts = starts(file);
    this.channel = FileChannel.open(file);
  }

  private static long[] starts(Path file) throws IOException {
    LongStream.Builder starts = LongStream.builder().add(0);
    long at = 0;
    int last = '\n';
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20)) {
      for (int next = in.read(); next >= 0; next = in.read()) {
        at++;
        last = next;
        if (next == '\n') {
          starts.add(at);
        }
      }
    }
    return (last == '\n' ? starts : starts.add(at)).build().toArray();
  }

  @Override
  public int size() {
    return starts.length - 1;
  }

  @Override
  public Article article(int number) {
    Outcome outcome = JsonArticle.parse(line(number), dates, null, "line " + (number + 1));
    if (outcome instanceof Outcome.Read read) {
      return read.article();
    }
    throw new IllegalArgumentException(file + " has something else than an article: " + outcome);
  }

  private String line(int number) {
    ByteBuffer line = ByteBuffer.allocate((int) (starts[number + 1] - starts[number]));
    try {
      while (line.hasRemaining() && channel.read(line, starts[number] + line.position()) >= 0) {
        // A read may bring less than was asked.
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new String(Arrays.copyOf(line.array(), line.position()), StandardCharsets.UTF_8);
  }
}
