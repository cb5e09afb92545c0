package dev.dateline.ingest;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.dateline.ingest.reader.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads files, and folders with all that is in them, in the order of their names. */
final class FileTree {

  private final @Nullable Path except;
  private final Ingest.Sink sink;

  FileTree(@Nullable Path except, Ingest.Sink sink) throws IOException {
    this.except = except != null && Files.exists(except) ? except.toRealPath() : null;
    this.sink = sink;
  }

  /**
   * Reads a path that someone named: a link is followed, a hidden file is read, and a file that is
   * passed over has failed, as it was meant to be read.
   */
  void read(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      readFolder(path);
    } else if (except != null && path.toRealPath().startsWith(except)) {
      sink.accept(new Outcome.Malformed(path.toString(), "", "it belongs to the index"));
    } else {
      readFile(path, outcome -> sink.accept(failed(outcome)));
    }
  }

  private static Outcome failed(Outcome outcome) {
    return outcome instanceof Outcome.PassedOver passed
        ? new Outcome.Malformed(passed.file(), "", passed.reason())
        : outcome;
  }

  private void readFolder(Path folder) throws IOException {
    List<Path> children;
    try (Stream<Path> list = Files.list(folder)) {
      children = list.filter(child -> !isHidden(child)).sorted().toList();
    } catch (IOException e) {
      sink.accept(new Outcome.Malformed(folder.toString(), "", Readers.reason(e)));
      return;
    }
    for (Path child : children) {
      if (isExcepted(child)) {
        continue;
      }
      if (Files.isDirectory(child, NOFOLLOW_LINKS)) {
        readFolder(child);
      } else if (Files.isRegularFile(child, NOFOLLOW_LINKS)) {
        readFile(child, sink);
      } else {
        // What a link means is read where it lies, or is not of this tree; and links can make
        // rings.
        boolean link = Files.isSymbolicLink(child);
        String reason = link ? "it is a link" : "it is neither a file nor a folder";
        sink.accept(new Outcome.PassedOver(child.toString(), reason));
      }
    }
  }

  private boolean isExcepted(Path child) throws IOException {
    return except != null
        && Files.isDirectory(child, NOFOLLOW_LINKS)
        && Files.isSameFile(child, except);
  }

  private static boolean isHidden(Path child) {
    return child.getFileName().toString().startsWith(".");
  }

  private static void readFile(Path file, Ingest.Sink sink) throws IOException {
    InputStream in;
    try {
      in = Files.newInputStream(file);
    } catch (IOException e) {
      sink.accept(new Outcome.Malformed(file.toString(), "", Readers.reason(e)));
      return;
    }
    try (in) {
      Readers.read(file.toString(), in, sink);
    }
  }
}
